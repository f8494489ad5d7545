# Finds the JDK and builds the WAR. Sourced by deploy/run.

# The first of JAVA_HOME and PATH; the release file spares starting a JVM only to learn its version.
find_java() {
  local java home version
  java=${JAVA_HOME:+$JAVA_HOME/bin/java}
  java=${java:-$(command -v java || true)}
  [ -n "$java" ] && [ -x "$java" ] || fail "no java found: install a JDK 17 or newer, or set JAVA_HOME"
  home=$(dirname "$(dirname "$(readlink -f "$java")")")
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || true)
  version=${version:-$("$java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')}
  [ "${version:-0}" -ge 17 ] || fail "$java is Java ${version:-unknown}; 17 or newer is needed"
  echo "$java"
}

# Runs a command so that Ctrl-C and TERM reach it at once; a shell would wait for its end first.
interruptible() {
  local child status=0
  "$@" &
  child=$!
  trap 'kill "$child" 2>/dev/null || true; wait "$child" || true; exit 143' INT TERM
  wait "$child" || status=$?
  trap - INT TERM
  return "$status"
}

sources_newer_than() {
  [ -n "$(find "$root/pom.xml" "$root"/iam-*/pom.xml "$root"/iam-*/src/main -newer "$1" -print | head -n 1)" ]
}

build_if_older() {
  if [ ! -f "$1" ] || sources_newer_than "$1"; then
    command -v mvn >/dev/null || fail "Maven (mvn) is needed to build the server"
    echo "deploy/run: building the server" >&2
    interruptible mvn -q -B -ntp -Dstyle.color=never -DskipTests -f "$root/pom.xml" -pl iam-war -am package >&2 || fail "the build failed"
    # Maven leaves an archive alone whose content did not change.
    touch "$1"
  fi
}
