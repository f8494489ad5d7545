package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/**
 * An organization with an application and a user, under names of its own.
 *
 * @param organization its name
 * @param application the name of the application
 * @param clientId its client id
 * @param clientSecret its client secret
 * @param username the user's name
 * @param password his password
 */
record Fixture(String organization, String application, String clientId, String clientSecret, String username, String password) {
    private static final String ADMIN = "username=built-in/admin&password=123";

    static Fixture make(Http http, String redirectUri) {
        String name = "fx" + Long.toString(System.nanoTime(), 36);
        Fixture fixture = new Fixture(name, name + "-app", name + "-id", name + "-secret", "nora", "nora-pw1");
        add(http, "organization", Json.createObjectBuilder().add("owner", "admin").add("name", name).add("displayName", name).add("passwordType", "bcrypt"));
        add(http, "application", Json.createObjectBuilder().add("owner", "admin").add("name", fixture.application).add("organization", name).add("cert", "cert-built-in")
                .add("enablePassword", true).add("clientId", fixture.clientId).add("clientSecret", fixture.clientSecret).add("expireInHours", 1).add("refreshExpireInHours", 2)
                .add("redirectUris", Json.createArrayBuilder().add(redirectUri))
                .add("grantTypes", Json.createArrayBuilder().add("authorization_code").add("refresh_token").add("client_credentials").add("password"))
                .add("signinMethods", Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", "Password").add("displayName", "Password").add("rule", "All"))));
        add(http, "user", Json.createObjectBuilder().add("owner", name).add("name", fixture.username).add("displayName", "Nora").add("password", fixture.password)
                .add("email", "nora@example.com").add("signupApplication", fixture.application).add("type", "normal-user"));
        return fixture;
    }

    private static void add(Http http, String noun, JsonObjectBuilder object) {
        Http.Answer answer = http.postJson("/api/add-" + noun + "?" + ADMIN, object.build().toString());
        assertEquals("Affected", iam.deploy.Json.text(iam.deploy.Json.object(answer), "data"), answer.text());
    }
}
