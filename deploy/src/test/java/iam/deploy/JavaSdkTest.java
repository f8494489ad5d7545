package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.casbin.casdoor.config.Config;
import org.casbin.casdoor.entity.User;
import org.casbin.casdoor.service.AuthService;
import org.casbin.casdoor.service.UserService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published Java SDK against our server: sign-in by code, token, parsing it, reading and changing a user. */
@ExtendWith(RunningServer.class)
class JavaSdkTest {
    private static final String ADMIN = "username=built-in/admin&password=123";
    private static final String REDIRECT = "https://sdk.example.com/callback";

    private static String add(Http http, String noun, JsonObject object) {
        Http.Answer answer = http.postJson("/api/add-" + noun + "?" + ADMIN, object.toString());
        assertEquals("Affected", Json.text(Json.object(answer), "data"), answer.text());
        return object.getString("name");
    }

    private static Config fixtures(Http http, String run) {
        var json = jakarta.json.Json.createObjectBuilder();
        add(http, "organization", json.add("owner", "admin").add("name", "sdk" + run).add("displayName", "SDK").add("passwordType", "bcrypt").build());
        add(http, "application", jakarta.json.Json.createObjectBuilder().add("owner", "admin").add("name", "sdk" + run + "-app").add("organization", "sdk" + run)
                .add("cert", "cert-built-in").add("enablePassword", true).add("clientId", "sdk" + run + "-id").add("clientSecret", "sdk" + run + "-secret")
                .add("expireInHours", 1).add("redirectUris", jakarta.json.Json.createArrayBuilder().add(REDIRECT))
                .add("signinMethods", jakarta.json.Json.createArrayBuilder().add(jakarta.json.Json.createObjectBuilder().add("name", "Password").add("displayName", "Password").add("rule", "All")))
                .build());
        add(http, "user", jakarta.json.Json.createObjectBuilder().add("owner", "sdk" + run).add("name", "sandra").add("displayName", "Sandra").add("password", "sandra-1")
                .add("email", "sandra@example.com").add("signupApplication", "sdk" + run + "-app").add("type", "normal-user").build());
        String certificate = Json.object(http.get("/api/get-cert?id=admin/cert-built-in&" + ADMIN)).getJsonObject("data").getString("certificate");
        return new Config(http.base().toString(), "sdk" + run + "-id", "sdk" + run + "-secret", certificate, "sdk" + run, "sdk" + run + "-app");
    }

    @Test
    void signsInByCodeAndReadsAndChangesAUser(Http http) throws Exception {
        Config config = fixtures(http, Long.toString(System.nanoTime(), 36));
        String query = "?clientId=" + config.clientId + "&responseType=code&redirectUri=" + REDIRECT + "&scope=read&state=s";
        Http.Answer login = http.postJson("/api/login" + query, Json.of("type", "code", "application", config.applicationName, "organization", config.organizationName,
                "username", "sandra", "password", "sandra-1"));
        String code = Json.text(Json.object(login), "data");
        AuthService auth = new AuthService(config);
        User claims = auth.parseJwtToken(auth.getOAuthToken(code, "s"));
        assertEquals("sandra", claims.name);
        assertEquals(config.organizationName, claims.owner);

        UserService users = new UserService(config);
        User user = users.getUser("sandra");
        assertEquals("sandra@example.com", user.email);
        user.displayName = "Sandra B.";
        assertEquals("Affected", users.updateUser(user).getData());
        assertEquals("Sandra B.", users.getUser("sandra").displayName);
        assertTrue(users.getUsers().stream().anyMatch(each -> each.name.equals("sandra")));
    }
}
