package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same WAR, unchanged, in every container: it starts, answers, stops, and starts again on its data. */
class SmokeTest {
    private static final long MAX_WAR_BYTES = 30_000_000;

    @Test
    void warIsSmall() throws Exception {
        assertTrue(Files.size(Container.WAR) <= MAX_WAR_BYTES, "WAR of " + Files.size(Container.WAR) + " bytes");
    }

    @Test
    @ExtendWith(RunningServer.class)
    void answersEmbedded(Server server) {
        Smoke.check(server.http());
        assertTrue(server.log().contains("iam answers on http://127.0.0.1:" + server.port()), server.log());
        assertTrue(server.log().contains("built-in/admin, password 123"), server.log());
    }

    @Slow
    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "PROGRAM", "TOMCAT10", "TOMCAT11", "JETTY12"})
    void startsStopsAndStartsAgain(Container container) {
        try (Server server = Server.of(container).start()) {
            Smoke.check(server.http());
            server.stop();
            assertThrows(UncheckedIOException.class, () -> server.http().get("/api/health"));
            server.start();
            Smoke.check(server.http());
            assertFalse(server.log().contains("Exception"), server.log());
        }
    }

    @Slow
    @Test
    void comesBackAfterKill() {
        try (Server server = Server.of(Container.EMBEDDED).start()) {
            server.kill();
            server.start();
            Smoke.check(server.http());
        }
    }
}
