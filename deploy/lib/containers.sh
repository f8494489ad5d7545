# Runs the WAR in a stock container. Sourced by deploy/run.
# IAM_REDEPLOY_SECONDS: how often the container looks whether the WAR in its instance has changed (tests only; each has its default otherwise).

# The versions are in deploy/pom.xml, one execution of the dependency plugin for each container. $1: its goal, if it is not "unpack".
fetch() {
  home=$root/deploy/target/containers/$container
  if [ ! -d "$home" ]; then
    command -v mvn >/dev/null || fail "Maven (mvn) is needed to fetch $container"
    echo "deploy/run: fetching $container" >&2
    interruptible mvn -q -B -ntp -Dstyle.color=never -f "$root/deploy/pom.xml" "dependency:${1:-unpack}@$container" >&2 || fail "$container could not be fetched"
  fi
  home=$(echo "$home"/*)
}

# The instance is made anew at each start; nothing of the server's own lies in it.
new_base() {
  ! connected || fail "port $port is in use"
  base=$root/deploy/target/run/$container-$port
  rm -rf "$base"
  mkdir -p "$base/webapps" "$base/logs" "$base/temp" "$base/work"
  cp "$war" "$base/webapps/ROOT.war"
}

# Says so once the server answers; ends by itself with the server, which takes over the id of this shell.
announce() {
  while kill -0 $$ 2>/dev/null; do
    if health; then
      printf 'iam answers on http://127.0.0.1:%s (%s)\nsign in:  built-in/admin, %s\ndata:     %s\nstop:     Ctrl-C\n' \
        "$port" "$container" "$(password_text)" "$IAM_DATA_DIR"
      return
    fi
    sleep 0.2
  done
}

password_text() {
  if [ "$IAM_ADMIN_PASSWORD" = 123 ]; then
    echo 'password 123 (a trial: for this machine only)'
  else
    echo 'with IAM_ADMIN_PASSWORD as first password'
  fi
}

connected() { { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; }

health() {
  local line
  connected || return 1
  printf 'GET /api/health HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
  read -r line <&3 || line=''
  exec 3>&-
  [[ $line == *' 200'* ]]
}

run_tomcat() {
  fetch
  new_base
  cp -r "$home/conf" "$base/conf"
  sed -i.stock -e 's/<Server port="8005"/<Server port="-1"/' \
    -e "s/<Connector port=\"8080\"/<Connector address=\"127.0.0.1\" port=\"$port\"/" \
    -e "s/<Engine /<Engine backgroundProcessorDelay=\"${IAM_REDEPLOY_SECONDS:-10}\" /" "$base/conf/server.xml"
  export JAVA_HOME CATALINA_HOME=$home CATALINA_BASE=$base CATALINA_OPTS="${options[*]}"
  JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$java")")")
  [ -z "$debug" ] || sed -i.stock 's/^\.level.*/.level = FINE/' "$base/conf/logging.properties"
  chmod +x "$home/bin/catalina.sh"
  announce &
  exec bash "$home/bin/catalina.sh" run
}

run_jetty() {
  fetch
  new_base
  cd "$base"
  "$java" -jar "$home/start.jar" --add-modules=http,ee10-deploy,ee10-annotations,ee10-cdi >"$base/logs/setup.log" 2>&1 ||
    fail "Jetty could not be set up: see $base/logs/setup.log"
  announce &
  exec "$java" "${options[@]}" ${debug:+-Dorg.slf4j.simpleLogger.defaultLogLevel=debug} \
    -jar "$home/start.jar" jetty.http.host=127.0.0.1 jetty.httpConfig.sendServerVersion=false "jetty.http.port=$port" \
    "jetty.deploy.scanInterval=${IAM_REDEPLOY_SECONDS:-0}"
}

# Full Jakarta EE servers bring CDI and JSON Binding, need more memory, and say nothing of the port until they have started.
new_ee_base() {
  war=${war%.war}-ee.war
  [ -f "$war" ] || fail "$war is missing"
  options+=(-Xmx512m)
  new_base
  echo "deploy/run: starting $container" >&2
  announce &
}

run_wildfly() {
  fetch
  new_ee_base
  cp -r "$home/standalone/configuration" "$base/configuration"
  mkdir "$base/deployments"
  mv "$base/webapps/ROOT.war" "$base/deployments"
  # not by its script, which passes signals on to itself
  exec "$java" "${options[@]}" -Djava.net.preferIPv4Stack=true \
    -jar "$home/jboss-modules.jar" -mp "$home/modules" org.jboss.as.standalone "-Djboss.home.dir=$home" "-Djboss.server.base.dir=$base" \
    -b 127.0.0.1 -bmanagement 127.0.0.1 "-Djboss.http.port=$port" -Djboss.https.port=0 -Djboss.management.http.port=0
}

run_liberty() {
  fetch
  new_ee_base
  mkdir -p "$base/servers/iam"
  cat >"$base/servers/iam/server.xml" <<XML
<server>
  <featureManager><feature>servlet-6.0</feature><feature>cdi-4.0</feature><feature>jsonb-3.0</feature><feature>jsonp-2.1</feature></featureManager>
  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="$port" httpsPort="-1"><httpOptions noCacheCookiesControl="false"/></httpEndpoint>
  <webApplication location="$base/webapps/ROOT.war" contextRoot="/"/>
</server>
XML
  export JAVA_HOME WLP_USER_DIR=$base JVM_ARGS="${options[*]}"
  JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$java")")")
  exec bash "$home/bin/server" run iam
}

run_payara() {
  fetch copy
  new_ee_base
  echo "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1" >"$base/loopback"
  exec "$java" "${options[@]}" -jar "$home" --nocluster --rootDir "$base/payara" --prebootcommandfile "$base/loopback" \
    --port "$port" --contextroot / --deploy "$base/webapps/ROOT.war"
}
