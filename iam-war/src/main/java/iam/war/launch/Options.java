package iam.war.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;

/** The command line. What the server itself reads is handed on as system properties. */
record Options(String host, int port, boolean trial, boolean debug, boolean help) {
    static final String HELP = """
            Usage: java -jar iam.war [options]

              --port N            port to listen on (default 8000; 0 takes a free one)
              --host ADDRESS      address to listen on (default 127.0.0.1)
              --data DIR          where the data lies (default ./data)
              --db URL            JDBC URL of a MariaDB, instead of the embedded database
              --db-user NAME      its user, if the URL names none
              --db-password TEXT  its password; IAM_STORE_JPA_PASSWORD in the environment is not seen by other users
              --trial             first password of built-in/admin is 123; on the loopback address only
              --debug             verbose log
              --help              this text
            """;
    static final String DATA = "iam.data.dir";
    private static final String TRIAL_PASSWORD = "123";
    private static final int DEFAULT_PORT = 8000;
    private static final int MAX_PORT = 65_535;
    private static final Map<String, String> SETTINGS = Map.of(
            "--data", DATA,
            "--db", "iam.store.jpa.url",
            "--db-user", "iam.store.jpa.user",
            "--db-password", "iam.store.jpa.password");

    static Options parse(String... args) {
        Options options = new Options("127.0.0.1", DEFAULT_PORT, false, false, false);
        for (int i = 0; i < args.length; i++) {
            Options flagged = options.flag(args[i]);
            if (flagged != null) {
                options = flagged;
            } else {
                options = options.value(args[i], i + 1 < args.length ? args[++i] : null);
            }
        }
        return options.complete();
    }

    /** The directory of the data. */
    static Path data() {
        return Path.of(System.getProperty(DATA, "data")).toAbsolutePath().normalize();
    }

    /** Where the packed program is unpacked. */
    Path cache() {
        return data().resolve("program");
    }

    private Options flag(String name) {
        return switch (name) {
            case "--trial" -> new Options(host, port, true, debug, help);
            case "--debug" -> new Options(host, port, trial, true, help);
            case "--help", "-h" -> new Options(host, port, trial, debug, true);
            default -> null;
        };
    }

    private Options value(String name, String value) {
        boolean known = name.equals("--port") || name.equals("--host") || SETTINGS.containsKey(name);
        require(known, "unknown option " + name);
        require(value != null && !value.isEmpty(), name + " needs a value");
        return switch (name) {
            case "--port" -> new Options(host, portNumber(value), trial, debug, help);
            case "--host" -> new Options(value, port, trial, debug, help);
            default -> {
                System.setProperty(SETTINGS.get(name), value);
                yield this;
            }
        };
    }

    private Options complete() {
        require(!trial || loopback(), "--trial is for the loopback address, not for " + host);
        System.setProperty(DATA, data().toString());
        if (trial && System.getProperty("iam.admin.password") == null) {
            System.setProperty("iam.admin.password", TRIAL_PASSWORD);
        }
        return this;
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--host " + host + " is not an address of this machine", e);
        }
    }

    private static int portNumber(String value) {
        require(value.matches("\\d{1,5}") && Integer.parseInt(value) <= MAX_PORT, "--port " + value + " is not a port");
        return Integer.parseInt(value);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
