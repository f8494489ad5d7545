package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The calls that have to work in every container: each way to authenticate, tokens, languages. */
final class Smoke {
    private static final String PROVIDERS = "/api/get-global-providers";
    private static final String ADMIN = "username=built-in/admin&password=123";

    private Smoke() {}

    static void check(Http http) {
        Http.Answer health = http.get("/api/health");
        assertEquals(200, health.status());
        assertEquals("application/json", health.header("Content-Type").split(";")[0]);
        JsonObject application = Json.object(http.get("/api/get-application?id=admin/app-built-in&" + ADMIN)).getJsonObject("data");
        allowClientCredentials(http, application);
        String id = application.getString("clientId");
        String secret = application.getString("clientSecret");
        String token = clientCredentials(http, id, secret);
        setAccessKey(http);
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        for (String query : List.of("access_token=" + token, "clientId=" + id + "&clientSecret=" + secret, "accessKey=smoke-key&accessSecret=smoke-secret", ADMIN)) {
            assertListed(http.get(PROVIDERS + "?" + query));
        }
        assertListed(http.get(PROVIDERS, "Authorization", "Bearer " + token));
        assertListed(http.get(PROVIDERS, "Authorization", "Basic " + basic));
        assertEquals("admin", Json.object(http.get("/api/user?accessKey=smoke-key&accessSecret=smoke-secret")).getString("name"));
        assertEquals("Veuillez d'abord vous connecter", Json.object(http.get("/api/get-account", "Accept-Language", "fr")).getString("msg"));
    }

    private static void allowClientCredentials(Http http, JsonObject application) {
        JsonObject changed = jakarta.json.Json.createObjectBuilder(application).add("grantTypes", jakarta.json.Json.createArrayBuilder().add("client_credentials")).build();
        assertAffected(http.postJson("/api/update-application?id=admin/app-built-in&" + ADMIN, changed.toString()));
    }

    private static String clientCredentials(Http http, String id, String secret) {
        String token = "";
        for (String path : List.of("/api/login/oauth/access_token", "/oauth/token")) {
            Http.Answer answer = http.postJson(path, Json.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
            assertEquals(200, answer.status(), answer.text());
            assertEquals(Set.of("access_token", "token_type", "expires_in", "scope"), Json.object(answer).keySet());
            assertEquals("no-store", answer.header("Cache-Control"));
            token = Json.object(answer).getString("access_token");
        }
        return token;
    }

    private static void setAccessKey(Http http) {
        JsonObject user = Json.object(http.get("/api/get-user?id=built-in/admin&" + ADMIN)).getJsonObject("data");
        JsonObject changed = jakarta.json.Json.createObjectBuilder(user).add("accessKey", "smoke-key").add("accessSecret", "smoke-secret").build();
        assertAffected(http.postJson("/api/update-user?id=built-in/admin&" + ADMIN, changed.toString()));
    }

    private static void assertAffected(Http.Answer answer) {
        assertEquals("Affected", Json.text(Json.object(answer), "data"), answer.text());
    }

    private static void assertListed(Http.Answer answer) {
        JsonObject envelope = Json.object(answer);
        assertEquals("ok", envelope.getString("status"), answer.text());
        assertTrue(envelope.getJsonArray("data").size() >= 3, answer.text());
    }
}
