package iam.providers.jpa;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iam.providers.testing.MariaDbServer;
import iam.spi.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One MariaDB for all tests of this process, with a database for each that asks. */
final class MariaDb {
    private static MariaDbServer server;

    private MariaDb() {
    }

    static synchronized MariaDbServer server() {
        assumeTrue(MariaDbServer.available(), "no MariaDB here");
        if (server == null) {
            server = MariaDbServer.start(directory());
        }
        return server;
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "mariadb-kit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Config config(String url) {
        return new Config(Map.of("url", url, "user", MariaDbServer.USER, "pool-size", "10"));
    }
}
