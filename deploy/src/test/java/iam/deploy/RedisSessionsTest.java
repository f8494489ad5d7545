package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample store, built and tested with the store kit outside of the reactor, keeps the sessions of a running server. Where the variable CI is set, Redis has to be there. */
@Slow
class RedisSessionsTest {
    @TempDir
    Path directory;
    private Process redis;
    private int port;

    @BeforeEach
    void startRedis() throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(place -> Files.isExecutable(Path.of(place, "redis-server")));
        assumeTrue(there || System.getenv("CI") != null, "redis-server is not installed (apt-get install redis-server), so the store in Redis is not tested");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        redis = new ProcessBuilder("redis-server", "--port", Integer.toString(port), "--bind", "127.0.0.1", "--dir", directory.toString()).redirectOutput(directory.resolve("redis.log").toFile()).start();
    }

    @AfterEach
    void stopRedis() throws Exception {
        if (redis != null) {
            redis.destroy();
            redis.waitFor();
        }
    }

    @Test
    void keepsTheSessions() throws Exception {
        Path built = new OutsideBuild(directory).verify(Path.of("samples/redis-store"));
        try (Server server = Server.of(Container.EMBEDDED).environment("IAM_STORE_REDIS_URL", "redis://127.0.0.1:" + port).environment("IAM_STORE_REDIS_TYPES", "browser-session,session")) {
            Directories.copy(built.resolve("target/redis-store"), server.data().resolve("providers/redis-store"));
            Http http = server.start().http();
            SignedUp.prepare(http, "acme", "http://127.0.0.1:9/");
            SignedUp.user(http, "acme", "ann");
            String first = SignedUp.signin(http, "acme", "ann");
            String second = SignedUp.signin(http, "acme", "ann");
            assertEquals("2", redis("HLEN", "iam:browser-session"));
            assertTrue(redis("HVALS", "iam:session").contains("\"name\":\"ann\""));
            server.stop();
            server.start();
            assertTrue(signedIn(http, first) && signedIn(http, second));
            http.post("/api/logout", "", "Cookie", first);
            assertEquals("1", redis("HLEN", "iam:browser-session"));
            assertFalse(signedIn(http, first));
            assertTrue(signedIn(http, second));
            http.post("/api/sso-logout", "", "Cookie", second);
            assertEquals("", redis("KEYS", "iam:*"));
            assertFalse(signedIn(http, second));
            assertTrue(http.get("/health/ready").text().contains("\"store/redis\":\"UP\""));
        }
    }

    private static boolean signedIn(Http http, String cookie) {
        return http.get("/api/get-account", "Cookie", cookie).text().contains("\"ann\"");
    }

    private String redis(String... command) throws Exception {
        Process client = new ProcessBuilder(Stream.concat(Stream.of("redis-cli", "-p", Integer.toString(port)), Stream.of(command)).toList()).start();
        String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        assertTrue(client.waitFor(10, TimeUnit.SECONDS));
        return answer;
    }
}
