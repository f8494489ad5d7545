package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.providers.testing.LdapListener;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Our own providers of the kinds that are off by default, in a running server: users of a directory, claims of settings, audit records in the log, a secret in a file. */
class ProvidersTest {
    private static final String PASSWORD = "correct horse";

    @Test
    void workTogether() throws Exception {
        try (LdapListener directory = new LdapListener("uid=ann,ou=people,dc=acme", PASSWORD); Server server = Server.of(Container.EMBEDDED)) {
            Path secrets = Files.createDirectories(server.data().resolve("secrets"));
            Files.writeString(secrets.resolve("ldap-url"), directory.url() + "\n");
            Files.writeString(secrets.resolve("admin-password"), "123\n");
            server.environment("IAM_ADMIN_PASSWORD", "${secret:admin-password}").environment("IAM_IDENTITY_LDAP_ENABLED", "true").environment("IAM_IDENTITY_LDAP_URL", "${secret:ldap-url}")
                    .environment("IAM_IDENTITY_LDAP_ORGANIZATION", "acme").environment("IAM_IDENTITY_LDAP_USER_DN", "uid={0},ou=people,dc=acme")
                    .environment("IAM_CLAIMS_FIXED_ENABLED", "true").environment("IAM_CLAIMS_FIXED_VALUES", "zone=eu,sub=root").environment("IAM_AUDIT_LOG_ENABLED", "true").start();
            Http http = server.http();
            SignedUp.prepare(http, "acme", "http://127.0.0.1:9/");
            assertFalse(signin(http, "bob", PASSWORD));
            assertFalse(signin(http, "ann", "wrong"));
            assertTrue(signin(http, "ann", PASSWORD));
            assertFalse(signin(http, "ann", "wrong"));
            assertTrue(signin(http, "ann", PASSWORD));
            JsonObject user = Json.object(http.get("/api/get-user?id=acme/ann&username=built-in/admin&password=123")).getJsonObject("data");
            assertEquals("identity:ldap", user.getString("externalId"));
            assertEquals("Ann", user.getString("displayName"));
            assertClaims(token(http), user.getString("id"));
            awaitLog(server, "acme/ann from 127.0.0.1: POST login 200");
        }
    }

    private static boolean signin(Http http, String name, String password) {
        return http.postJson("/api/login", Json.of("type", "login", "application", "acme-app", "organization", "acme", "username", name, "password", password)).text().contains("\"status\":\"ok\"");
    }

    private static String token(Http http) {
        Http.Answer answer = http.postJson("/oauth/token", Json.of("grant_type", "password", "client_id", "acme-id", "client_secret", "secret", "username", "ann", "password", PASSWORD));
        assertEquals(200, answer.status(), answer.text());
        return Json.object(answer).getString("access_token");
    }

    private static void assertClaims(String token, String id) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertTrue(claims.contains("\"zone\":\"eu\"") && claims.contains("\"sub\":\"" + id + "\""), claims);
    }

    private static void awaitLog(Server server, String line) throws InterruptedException {
        for (int i = 0; i < 100 && !server.log().contains(line); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertTrue(server.log().contains(line), server.log());
    }
}
