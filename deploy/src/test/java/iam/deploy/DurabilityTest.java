package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.providers.testing.MariaDbServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in a stream of add-user calls: every user whose call was answered {@code Affected} is there afterwards. */
@Slow
class DurabilityTest {
    private static final String ADMIN = "username=built-in/admin&password=123";
    private static final int LEAST = 100;

    @TempDir
    Path directory;

    @Test
    void onTheEmbeddedDatabase() throws Exception {
        try (Server server = Server.of(Container.EMBEDDED).start()) {
            losesNothing(server);
        }
    }

    @Test
    void onMariaDb() throws Exception {
        Assumptions.assumeTrue(MariaDbServer.available());
        try (MariaDbServer database = MariaDbServer.start(directory);
                Server server = Server.of(Container.EMBEDDED).with("--db", database.database("iam") + "?user=" + MariaDbServer.USER).start()) {
            losesNothing(server);
        }
    }

    private static void losesNothing(Server server) throws Exception {
        Http http = server.http();
        assertEquals("Affected", Json.text(Json.object(http.postJson("/api/add-organization?" + ADMIN, Json.of("owner", "admin", "name", "crash", "displayName", "Crash",
                "passwordType", "plain"))), "data"));
        assertEquals("Affected", Json.text(Json.object(http.postJson("/api/add-application?" + ADMIN, Json.of("owner", "admin", "name", "crash-app", "organization", "crash"))), "data"));
        String token = cookie(http);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Thread[] writers = new Thread[2];
        for (int i = 0; i < writers.length; i++) {
            String prefix = "u" + i + "x";
            writers[i] = new Thread(() -> write(http, token, prefix, acknowledged));
            writers[i].start();
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < LEAST && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        server.start();
        Set<String> there = Json.object(http.get("/api/get-users?owner=crash&" + ADMIN)).getJsonArray("data").stream()
                .map(user -> user.asJsonObject().getString("name")).collect(Collectors.toSet());
        assertTrue(acknowledged.size() >= LEAST, "only " + acknowledged.size() + " calls were answered");
        assertTrue(there.containsAll(acknowledged), () -> "lost: " + acknowledged.stream().filter(name -> !there.contains(name)).toList());
    }

    private static String cookie(Http http) {
        Http.Answer login = http.postJson("/api/login", Json.of("type", "login", "application", "app-built-in", "organization", "built-in", "username", "admin", "password", "123"));
        return login.headers().allValues("Set-Cookie").stream().map(value -> value.split(";")[0]).collect(Collectors.joining("; "));
    }

    private static void write(Http http, String cookie, String prefix, Set<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                Http.Answer answer = http.postJson("/api/add-user", Json.of("owner", "crash", "name", prefix + i), "Cookie", cookie);
                if (answer.text().contains("\"Affected\"")) {
                    acknowledged.add(prefix + i);
                }
            }
        } catch (UncheckedIOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
