package iam.war.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.http.Client;
import iam.war.http.Client.Answer;
import iam.war.testing.CountingSignatures;
import iam.war.testing.CountingStore;
import iam.war.testing.Server;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What tokens cost, in signatures and in calls of the store, each of which is one statement (StatementsTest of the JPA store), once application and certificate
 * are known. They are read again every second, so the cheapest of some calls is looked at.
 */
class TokenCostTest {
    private static final String ROOT = "?username=built-in/admin&password=123";

    private static Server server;
    private static CountingSignatures signatures;

    @BeforeAll
    static void start() {
        server = Server.start(Map.of("iam.store", "counting"));
        add("organization", "{'owner':'admin','name':'cost','displayName':'C','passwordType':'plain'}");
        add("application", "{'owner':'admin','name':'app-cost','organization':'cost','cert':'cert-built-in','clientId':'cost-id','clientSecret':'cost-secret',"
                + "'expireInHours':1,'grantTypes':['client_credentials','password']}");
        add("user", "{'owner':'cost','name':'ann','displayName':'Ann','password':'pw-123456','signupApplication':'app-cost'}");
        signatures = new CountingSignatures();
    }

    @AfterAll
    static void stop() {
        signatures.close();
        server.close();
    }

    private static void add(String entity, String json) {
        Answer answer = new Client(server).post("/api/add-" + entity + ROOT, json.replace('\'', '"'));
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    private static Answer token(String more) {
        return new Client(server).send("POST", "/api/login/oauth/access_token", "application/x-www-form-urlencoded", "client_id=cost-id&client_secret=cost-secret&" + more);
    }

    private static String accessToken(String more) {
        return token(more).text().replaceFirst("(?s).*\"access_token\": ?\"([^\"]+)\".*", "$1");
    }

    private static Answer validate(String token) {
        return new Client(server).header("Authorization", "Bearer " + token).get("/api/health");
    }

    @Test
    void aTokenForAClientCostsOneSignatureAndOneInsert() {
        assertEquals(1, cheapest("1 made, 0 checked", () -> assertEquals(200, token("grant_type=client_credentials").status())));
    }

    private static int cheapest(String signed, Runnable call) {
        call.run();
        CountingSignatures.taken();
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            int before = CountingStore.calls();
            call.run();
            least = Math.min(least, CountingStore.calls() - before);
            assertEquals(signed, CountingSignatures.taken());
        }
        return least;
    }

    @Test
    void aNewUserIsWrittenWithoutBeingLookedForBefore() {
        AtomicInteger number = new AtomicInteger();
        int calls = cheapest("0 made, 0 checked", () -> {
            String name = "new" + number.incrementAndGet();
            String user = "{\"owner\":\"cost\",\"name\":\"" + name + "\",\"displayName\":\"New\",\"email\":\"" + name + "@example.com\"}";
            assertTrue(new Client(server).post("/api/add-user?clientId=cost-id&clientSecret=cost-secret", user).text().contains("Affected"));
        });
        assertEquals(5, calls, "how many users there are, the row, the claim of the address and its end, and who else has the address");
    }

    private static Answer with(String token, String path) {
        return new Client(server).header("Authorization", "Bearer " + token).get(path);
    }

    @Test
    void whatWasReadLatelyCostsNoRead() {
        String user = accessToken("grant_type=password&scope=openid+profile+email&username=ann&password=pw-123456");
        Map<String, Supplier<Answer>> calls = Map.of(
                "\"preferred_username\"", () -> with(user, "/api/userinfo"),
                "\"name\":\"ann\"", () -> with(user, "/api/get-account"),
                "\"displayName\":\"Ann\"", () -> new Client(server).get("/api/get-user?id=cost/ann&clientId=cost-id&clientSecret=cost-secret"),
                "\"active\":true", () -> new Client(server).header("Authorization", "Basic Y29zdC1pZDpjb3N0LXNlY3JldA==").send("POST", "/api/login/oauth/introspect", "application/x-www-form-urlencoded", "token=" + user),
                "Access token", () -> with("no-token-of-ours", "/api/userinfo"));
        calls.forEach((expected, call) -> assertEquals(0, cheapest("0 made, 0 checked", () -> {
            String text = call.get().text();
            assertTrue(text.replace("\": ", "\":").contains(expected), text);
        }), expected));
    }

    @Test
    void aKnownBearerTokenCostsNoSignatureAndNoMoreThanOneRead() {
        for (String token : new String[] {accessToken("grant_type=client_credentials"), accessToken("grant_type=password&username=ann&password=pw-123456")}) {
            int reads = cheapest("0 made, 0 checked", () -> assertTrue(validate(token).ok()));
            assertTrue(reads <= 1, reads + " reads");
        }
    }
}
