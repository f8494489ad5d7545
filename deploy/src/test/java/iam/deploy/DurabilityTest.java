package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.providers.testing.MariaDbServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in a stream of calls: users whose {@code add-user} was answered, and tokens that were handed out, for clients and for users, are there afterwards. */
@Slow
class DurabilityTest {
    private static final String ADMIN = "username=built-in/admin&password=123";
    private static final String CALLBACK = "http://localhost:9999/callback";
    private static final int LEAST = 100;
    private static final long LONGEST_SECONDS = 60;

    @TempDir
    Path directory;

    private final Set<String> users = ConcurrentHashMap.newKeySet();
    private final Set<String> clientTokens = ConcurrentHashMap.newKeySet();
    private final Set<String> userTokens = ConcurrentHashMap.newKeySet();

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

    private void losesNothing(Server server) throws Exception {
        Http http = server.http();
        Fixture fixture = Fixture.make(http, CALLBACK);
        String client = "client_id=" + fixture.clientId() + "&client_secret=" + fixture.clientSecret();
        List<Thread> writers = new ArrayList<>();
        writers.add(writing(users, number -> addUser(http, fixture, number)));
        writers.add(writing(clientTokens, number -> token(http, "grant_type=client_credentials&" + client)));
        writers.add(writing(userTokens, number -> token(http, "grant_type=authorization_code&" + client + "&code=" + code(http, fixture))));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (Math.min(users.size(), Math.min(clientTokens.size(), userTokens.size())) < LEAST && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        server.start();
        Set<String> there = Json.object(http.get("/api/get-users?owner=" + fixture.organization() + "&" + ADMIN)).getJsonArray("data").stream()
                .map(user -> user.asJsonObject().getString("name")).collect(Collectors.toSet());
        assertNoneLost(users, users.stream().filter(name -> !there.contains(name)).toList());
        for (Set<String> tokens : List.of(clientTokens, userTokens)) {
            assertNoneLost(tokens, tokens.stream().filter(token -> !introspected(http, client, token)).toList());
        }
    }

    private static void assertNoneLost(Set<String> acknowledged, List<String> lost) {
        assertTrue(acknowledged.size() >= LEAST, "only " + acknowledged.size() + " calls were answered");
        assertEquals(List.of(), lost);
    }

    /** Calls until the server is gone; a call answers what it has made, empty when it was refused. */
    private static Thread writing(Set<String> acknowledged, IntFunction<String> call) {
        Thread thread = new Thread(() -> {
            try {
                for (int i = 0; ; i++) {
                    String made = call.apply(i);
                    if (!made.isEmpty()) {
                        acknowledged.add(made);
                    }
                }
            } catch (UncheckedIOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private static String addUser(Http http, Fixture fixture, int number) {
        String body = Json.of("owner", fixture.organization(), "name", "u" + number, "signupApplication", fixture.application());
        String credentials = "clientId=" + fixture.clientId() + "&clientSecret=" + fixture.clientSecret();
        return http.postJson("/api/add-user?" + credentials, body).text().contains("\"Affected\"") ? "u" + number : "";
    }

    private static String code(Http http, Fixture fixture) {
        return Json.text(Json.object(http.postJson("/api/login?clientId=" + fixture.clientId() + "&responseType=code&scope=openid&state=s&redirectUri=" + CALLBACK,
                Json.of("type", "code", "application", fixture.application(), "organization", fixture.organization(), "username", fixture.username(), "password", fixture.password()))), "data");
    }

    private static String token(Http http, String form) {
        return Json.text(Json.object(http.post("/api/login/oauth/access_token", form, "Content-Type", "application/x-www-form-urlencoded")), "access_token");
    }

    private static boolean introspected(Http http, String client, String token) {
        return http.post("/api/login/oauth/introspect", client + "&token=" + token, "Content-Type", "application/x-www-form-urlencoded").text().contains("\"active\":true");
    }
}
