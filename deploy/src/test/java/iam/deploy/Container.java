package iam.deploy;

import java.nio.file.Path;
import java.util.List;

/** The ways to run the WAR. */
public enum Container {
    /** As {@code deploy/run} does without options: from the unpacked libraries. */
    EMBEDDED("--port"),
    /** {@code java -jar iam.war}. */
    PROGRAM("--port"),
    TOMCAT10("--container", "tomcat10", "--port"),
    TOMCAT11("--container", "tomcat11", "--port"),
    JETTY12("--container", "jetty12", "--port"),
    /** Full Jakarta EE servers get the WAR without CDI and JSON Binding. */
    WILDFLY39("--container", "wildfly39", "--port"),
    LIBERTY26("--container", "liberty26", "--port"),
    PAYARA6("--container", "payara6", "--port");

    /** The WAR that the build has made. */
    static final Path WAR = Path.of(System.getProperty("iam.war", "../iam-war/target/iam.war")).toAbsolutePath().normalize();
    private final List<String> options;

    Container(String... options) {
        this.options = List.of(options);
    }

    /** The command that starts it; a port is to be added. */
    List<String> command() {
        List<String> start = this == PROGRAM
                ? List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar", WAR.toString(), "--trial")
                : List.of(Path.of("run").toAbsolutePath().toString(), "--war", WAR.toString());
        return java.util.stream.Stream.concat(start.stream(), options.stream()).toList();
    }
}
