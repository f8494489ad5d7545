package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.providers.testing.MariaDbServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing out everywhere takes about as long for very many sessions and tokens as for one. {@code -Diam.sessions=10000} says how many. */
@Slow
class LogoutOfManyTest {
    private static final int MANY = Integer.getInteger("iam.sessions", 300);
    private static final int ROUNDS = 40;
    private static final int CLIENTS = 3;
    private static final int MOST = 20;
    private static final String GRANT = "grant_type=password&client_id=many-id&client_secret=secret&username=ann&password=pass-word1";

    @TempDir
    Path directory;

    @Test
    void onTheEmbeddedDatabase() throws Exception {
        try (Receiver receiver = new Receiver(call -> 200); Server server = Server.of(Container.EMBEDDED).start()) {
            compare(server.http(), receiver, "the embedded database");
        }
    }

    @Test
    void onMariaDb() throws Exception {
        Assumptions.assumeTrue(MariaDbServer.available());
        try (Receiver receiver = new Receiver(call -> 200); MariaDbServer database = MariaDbServer.start(directory);
                Server server = Server.of(Container.EMBEDDED).with("--db", database.database("iam") + "?user=" + MariaDbServer.USER).start()) {
            compare(server.http(), receiver, "MariaDB");
        }
    }

    private static void compare(Http http, Receiver receiver, String where) throws Exception {
        SignedUp.prepare(http, "many", receiver.url());
        SignedUp.user(http, "many", "ann");
        List<Long> ones = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            token(http);
            ones.add(signOut(http, SignedUp.signin(http, "many", "ann")));
        }
        Collections.sort(ones);
        long one = ones.get(ROUNDS / 2);
        List<String> tokens = signInOften(http);
        String cookie = SignedUp.signin(http, "many", "ann");
        long many = signOut(http, cookie);
        assertTrue(http.get("/api/get-account", "Cookie", cookie).text().contains("Please login first"));
        for (String token : List.of(tokens.get(0), tokens.get(MANY / 2), tokens.get(MANY - 1))) {
            assertTrue(http.get("/api/userinfo?access_token=" + token).text().contains("expired"));
        }
        System.out.printf("sign-out on %s: %.1f ms with one session and token, %.1f ms with %d%n", where, one / 1e6, many / 1e6, MANY);
        assertTrue(many < MOST * one, many + " instead of " + one + " ns");
        awaitDelivery(receiver);
    }

    private static List<String> signInOften(Http http) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Callable<String> signIn = () -> {
                SignedUp.signin(http, "many", "ann");
                return token(http);
            };
            List<String> tokens = new ArrayList<>();
            for (Future<String> token : clients.invokeAll(Collections.nCopies(MANY, signIn))) {
                tokens.add(token.get());
            }
            return tokens;
        } finally {
            clients.shutdown();
        }
    }

    private static String token(Http http) {
        return Json.text(Json.object(http.post("/api/login/oauth/access_token", GRANT, "Content-Type", "application/x-www-form-urlencoded")), "access_token");
    }

    private static long signOut(Http http, String cookie) {
        long begin = System.nanoTime();
        assertEquals("ok", Json.text(Json.object(http.post("/api/sso-logout", "", "Cookie", cookie)), "status"));
        return System.nanoTime() - begin;
    }

    /** The last document names every session and token. */
    private static void awaitDelivery(Receiver receiver) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (receiver.accepted().size() <= ROUNDS) {
            assertTrue(System.nanoTime() < end, "not delivered");
            Thread.sleep(20);
        }
        var document = Json.object(receiver.accepted().get(ROUNDS));
        assertEquals(MANY + 1, document.getJsonArray("sessionIds").size());
        assertEquals(MANY, document.getJsonArray("accessTokenHashes").size());
    }
}
