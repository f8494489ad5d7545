package iam.war.launch;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The command line. What the server itself reads is handed on as system properties. */
record Options(String host, int port, boolean trial, boolean debug, boolean help) {
    static final String HELP = """
            Usage: java -jar iam.war [options]

              --port N            port to listen on (default 8000; 0 takes a free one)
              --host ADDRESS      address to listen on (default 127.0.0.1)
              --data DIR          where the data lies (default ./data)
              --db URL            JDBC URL of a MariaDB, instead of the embedded database
              --db-user NAME      its user, if the URL names none
              --db-password TEXT  its password; better as IAM_STORE_JPA_PASSWORD in the environment
              --trial             first password of built-in/admin is 123; on the loopback address only
              --debug             verbose log
              --help              this text
            """;
    static final String DATA = "iam.data.dir";
    static final String URL = "iam.store.jpa.url";
    static final String PASSWORD = "iam.admin.password";
    private static final String FILE = "iam.config";
    private static final String TRIAL_PASSWORD = "123";
    private static final int DEFAULT_PORT = 8000;
    private static final int MAX_PORT = 65_535;
    private static final Map<String, String> SETTINGS = Map.of(
            "--data", DATA,
            "--db", URL,
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
        String configured = setting(DATA);
        return Path.of(configured == null ? "data" : configured).toAbsolutePath().normalize();
    }

    /** A setting where the server looks for it too: system property, environment, file; null if there is none. */
    static String setting(String key) {
        String value = System.getProperty(key, System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_')));
        return value == null && !key.equals(FILE) ? file().getProperty(key) : value;
    }

    private static Properties file() {
        Properties properties = new Properties();
        String name = setting(FILE);
        if (name != null && !name.isEmpty()) {
            try (Reader reader = Files.newBufferedReader(Path.of(name))) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalArgumentException("cannot read the configuration " + name, e);
            }
        }
        return properties;
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
        if (trial && setting(PASSWORD) == null) {
            System.setProperty(PASSWORD, TRIAL_PASSWORD);
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
