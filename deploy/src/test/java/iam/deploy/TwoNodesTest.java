package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.providers.testing.MariaDbServer;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers with one MariaDB: what one has decided holds for the other, within a second at the most. */
@Slow
class TwoNodesTest {
    private static final String ROOT = "?username=built-in/admin&password=123";
    private static final String GRANT = "grant_type=password&client_id=%s-id&client_secret=secret&username=ann&password=pass-word1";
    private static final long SECOND = 1_000_000_000L;
    private static final int MANY = 60;

    @TempDir
    private static Path directory;
    private static MariaDbServer database;
    private static Server first;
    private static Server second;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(MariaDbServer.available());
        database = MariaDbServer.start(directory);
        String url = database.database("iam") + "?user=" + MariaDbServer.USER;
        first = node(url);
        second = node(url);
    }

    private static Server node(String url) {
        return Server.of(Container.EMBEDDED).with("--db", url).environment("IAM_RATE_LIMIT_LOOPBACK", "true").environment("IAM_RATE_LIMIT_LOGIN", "20/60s")
                .environment("IAM_RATE_LIMIT_LOGIN_ADDRESS", "off").start();
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable running : new AutoCloseable[] {second, first, database}) {
            try {
                if (running != null) {
                    running.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void prepare(String organization) {
        SignedUp.prepare(first.http(), organization, "http://127.0.0.1:9/");
        SignedUp.user(first.http(), organization, "ann");
    }

    private static boolean signedIn(Server server, String cookie) {
        return server.http().get("/api/get-account", "Cookie", cookie).text().contains("\"status\":\"ok\"");
    }

    private static String token(Server server, String organization) {
        return Json.text(Json.object(server.http().post("/api/login/oauth/access_token", GRANT.formatted(organization), "Content-Type", "application/x-www-form-urlencoded")), "access_token");
    }

    private static boolean good(Server server, String token) {
        return server.http().get("/api/userinfo", "Authorization", "Bearer " + token).status() == 200;
    }

    private static void withinASecond(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + SECOND;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within a second");
            Thread.sleep(20);
        }
    }

    @Test
    void aSessionHoldsOnBothAndSurvivesARestart() {
        prepare("two-session");
        String cookie = SignedUp.signin(first.http(), "two-session", "ann");
        assertTrue(signedIn(first, cookie) && signedIn(second, cookie));
        second.stop();
        second.start();
        assertTrue(signedIn(second, cookie));
    }

    @Test
    void aSignOutCountsOnBoth() throws InterruptedException {
        prepare("two-few");
        signOut("two-few", 1);
    }

    @Test
    void aSignOutOfManyCountsOnBothBeforeItIsDone() throws InterruptedException {
        prepare("two-many");
        signOut("two-many", MANY);
    }

    private static void signOut(String organization, int tokens) throws InterruptedException {
        String cookie = SignedUp.signin(first.http(), organization, "ann");
        String token = "";
        for (int i = 0; i < tokens; i++) {
            token = token(second, organization);
        }
        String last = token;
        assertTrue(signedIn(second, cookie) && good(first, last) && good(second, last));
        first.http().post("/api/sso-logout", "", "Cookie", cookie);
        assertFalse(signedIn(first, cookie) || good(first, last));
        withinASecond(() -> !signedIn(second, cookie) && !good(second, last));
        String again = SignedUp.signin(second.http(), organization, "ann");
        assertTrue(signedIn(first, again) && signedIn(second, again));
    }

    @Test
    void limitsAndLocksAreShared() {
        prepare("two-limit");
        for (int i = 0; i < 5; i++) {
            assertFalse(signsIn(i % 2 == 0 ? first : second, "two-limit", "wrong").contains("\"status\":\"ok\""));
        }
        assertTrue(signsIn(first, "two-limit", "pass-word1").contains("too many times"));
        assertTrue(signsIn(second, "two-limit", "pass-word1").contains("too many times"));
        SignedUp.user(first.http(), "two-limit", "bob");
        int accepted = 0;
        while (accepted < 60 && !SignedUp.signin((accepted % 2 == 0 ? first : second).http(), "two-limit", "bob").isEmpty()) {
            accepted++;
        }
        assertTrue(accepted >= 20 && accepted <= 40, "accepted " + accepted + ", in two minutes at the most");
    }

    private static String signsIn(Server server, String organization, String password) {
        return server.http().postJson("/api/login", Json.of("type", "login", "application", organization + "-app", "organization", organization, "username", "ann", "password", password)).text();
    }

    @Test
    void originsOfRedirectUrisAreKnownWithinASecond() throws InterruptedException {
        prepare("two-cors");
        assertEquals(403, second.http().get("/api/health", "Origin", "https://spa.example").status());
        String application = first.http().get("/api/get-application" + ROOT + "&id=admin/two-cors-app").text();
        String data = Json.object(application).getJsonObject("data").toString().replaceFirst("\"redirectUris\":(null|\\[[^]]*])", "\"redirectUris\":[\"https://spa.example/callback\"]");
        assertTrue(first.http().postJson("/api/update-application" + ROOT + "&id=admin/two-cors-app", data).text().contains("Affected"));
        withinASecond(() -> second.http().get("/api/health", "Origin", "https://spa.example").status() == 200);
    }
}
