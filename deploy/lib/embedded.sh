# Runs the WAR as a program, from an unpacked copy with an archive of loaded classes. Sourced by deploy/run.

run_embedded() {
  local beside cache classpath archive jar
  beside=$(cd "$(dirname "$war")" && pwd)
  cache=$beside/run
  unpack_once
  classpath=$(cat "$cache/classpath")
  # Signs three times as fast on processors with AVX-512 (RATIONALE of iam-war).
  for jar in "$beside"/native/AmazonCorrettoCryptoProvider-*.jar; do
    [ ! -f "$jar" ] || { classpath=$classpath:$jar; export IAM_SIGNATURE_PROVIDER=${IAM_SIGNATURE_PROVIDER-AmazonCorrettoCryptoProvider}; }
  done
  archive=$cache/classes-$(cksum <"$(dirname "$(dirname "$(readlink -f "$java")")")/release" | tr ' ' -).jsa
  [ -n "$debug" ] || train_once
  exec "$java" "${options[@]}" -XX:SharedArchiveFile="$archive" -Xlog:cds=off -Xlog:class+path=off \
    -cp "$classpath" iam.war.launch.Main --trial --port "$port" ${debug:+--debug}
}

unpack_once() {
  if [ ! "$cache/classpath" -nt "$war" ]; then
    "$java" -Xshare:auto -XX:TieredStopAtLevel=1 -cp "$war" iam.war.launch.Unpack "$war" "$cache" >"$cache.classpath.$$"
    mv "$cache.classpath.$$" "$cache/classpath"
  fi
}

# Starts and stops the server once on empty data, to archive its classes: later starts take a third of the time.
train_once() {
  [ ! -f "$archive" ] || return 0
  echo "deploy/run: preparing the first start" >&2
  local scratch pid
  scratch=$(mktemp -d "$cache/training-XXXXXX")
  : >"$scratch/out"
  env -u IAM_STORE_JPA_URL -u IAM_CONFIG IAM_DATA_DIR="$scratch/data" "$java" "${options[@]}" \
    -XX:ArchiveClassesAtExit="$scratch/classes.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off \
    -cp "$classpath" iam.war.launch.Main --trial --port 0 >"$scratch/out" 2>"$scratch/log" &
  pid=$!
  trap '{ kill -9 "$pid" && wait "$pid"; } 2>/dev/null || true; rm -rf "$scratch"; exit 143' INT TERM
  while kill -0 "$pid" 2>/dev/null && ! grep -q 'answers on' "$scratch/out"; do sleep 0.1; done
  kill "$pid" 2>/dev/null || true
  wait "$pid" || true
  trap - INT TERM
  [ ! -f "$scratch/classes.jsa" ] || mv "$scratch/classes.jsa" "$archive"
  rm -rf "$scratch"
}
