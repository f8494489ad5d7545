package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.deploy.Http.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random requests for every operation: no failure, nothing of database or JVM in an answer, nothing changed by those who may not. {@code -Diam.fuzz=100000} sends
 * so many, {@code -Diam.fuzz.seed} repeats a run.
 */
@Slow
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("iam.fuzz", 2000);
    private static final long SEED = Long.getLong("iam.fuzz.seed", System.nanoTime());
    private static final String ROOT = "username=built-in/admin&password=123";
    private static final Path OPERATIONS = Path.of("..", "iam-war", "src", "test", "resources", "operations.txt");
    private static final List<String> INSIDE = List.of("Exception", "java.lang", "at iam.", "SQLSTATE", "org.h2", "org.eclipse", "jakarta.", "select ", "Caused by", "WELD-");
    /** What anybody may change: his own way in. */
    private static final List<String> WAYS_IN = List.of("/api/signup", "/api/oauth/register", "/api/set-password", "/api/login");
    private static final List<String> LISTS = List.of("get-global-users?", "get-organizations?owner=admin&", "get-applications?owner=admin&organization=built-in&", "get-global-certs?",
            "get-roles?owner=built-in&", "get-permissions?owner=built-in&", "get-groups?owner=built-in&", "get-global-providers?", "get-models?owner=built-in&", "get-enforcers?owner=built-in&",
            "get-adapters?owner=built-in&", "get-tokens?owner=admin&organization=built-in&", "get-webhooks?owner=admin&organization=built-in&", "get-products?owner=built-in&");

    @Test
    void randomRequests() throws IOException {
        List<String> operations = Files.readAllLines(OPERATIONS);
        try (Server server = Server.of(Container.EMBEDDED).start()) {
            Http http = server.http();
            addOrganization(http);
            FuzzRequests random = new FuzzRequests(SEED);
            String before = rows(http, Stream.of("built-in", "fuzz"));
            for (int i = 0; i < REQUESTS / 2; i++) {
                String operation = operations.get(i % operations.size());
                if (WAYS_IN.stream().noneMatch(operation::contains)) {
                    check(http, random.next(operation, ""), operation);
                }
            }
            assertEquals(before, rows(http, Stream.of("built-in", "fuzz")), () -> "changed by nobody, seed " + SEED);
            String builtIn = rows(http, Stream.of("built-in"));
            for (int i = 0; i < REQUESTS / 2; i++) {
                String operation = operations.get(i % operations.size());
                check(http, random.next(operation, "accessKey=fuzz-key&accessSecret=fuzz-secret"), operation);
            }
            assertEquals(builtIn, rows(http, Stream.of("built-in")), () -> "changed by a foreign administrator, seed " + SEED);
        }
    }

    private static void addOrganization(Http http) {
        add(http, "organization", "{\"owner\":\"admin\",\"name\":\"fuzz\",\"displayName\":\"Fuzz\",\"passwordType\":\"plain\"}");
        add(http, "key", "{\"owner\":\"fuzz\",\"name\":\"k\",\"organization\":\"fuzz\",\"type\":\"Organization\",\"state\":\"Active\",\"accessKey\":\"fuzz-key\",\"accessSecret\":\"fuzz-secret\"}");
    }

    private static void add(Http http, String noun, String json) {
        Answer answer = http.postJson("/api/add-" + noun + "?" + ROOT, json);
        assertTrue(answer.text().contains("Affected"), answer::text);
    }

    private static void check(Http http, FuzzRequests.Sent sent, String operation) {
        Answer answer = assertDoesNotThrow(() -> http.send(sent.method(), sent.target(), sent.body(), sent.headers()), () -> "seed " + SEED + ": " + sent);
        assertTrue(answer.status() < 500, () -> "seed " + SEED + ": " + sent + "\n" + answer.status() + " " + answer.text());
        if (!operation.contains("swagger") && !operation.contains("openapi")) {
            INSIDE.forEach(word -> assertFalse(answer.text().contains(word), () -> "seed " + SEED + ": " + word + " after " + sent + "\n" + answer.text()));
        }
    }

    /** What the lists show of some organizations, times of sign-ins aside. */
    private static String rows(Http http, Stream<String> organizations) {
        List<String> names = organizations.toList();
        return LISTS.stream().flatMap(list -> Json.object(http.get("/api/" + list + ROOT)).getJsonArray("data").getValuesAs(JsonObject.class).stream())
                .filter(row -> names.contains(row.getString("organization", "")) || names.contains(row.getString("owner", "")) || names.contains(row.getString("name", "")))
                .map(row -> row.toString().replaceAll("\"(lastSignin\\w*|signinWrongTimes|updatedTime)\":(\"[^\"]*\"|[0-9]+),?", "")).sorted().collect(Collectors.joining("\n"));
    }
}
