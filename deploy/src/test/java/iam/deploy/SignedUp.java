package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;

/** An organization with an application that notifies a receiver of sign-outs, and users who have signed up there. */
final class SignedUp {
    private static final String ADMIN = "?username=built-in/admin&password=123";

    private SignedUp() {}

    /** Makes organization, notification provider and application. */
    static void prepare(Http http, String organization, String receiver) {
        add(http, "organization", Json.of("owner", "admin", "name", organization, "passwordType", "plain"));
        add(http, "provider", Json.of("owner", "admin", "name", organization + "-notify", "category", "Notification", "type", "Custom HTTP", "method", "POST", "title", "content",
                "receiver", receiver));
        String application = Json.of("owner", "admin", "name", organization + "-app", "organization", organization, "clientId", organization + "-id", "clientSecret", "secret");
        add(http, "application", application.substring(0, application.length() - 1) + ",\"enablePassword\":true,\"expireInHours\":1,\"grantTypes\":[\"password\"],\"providers\":[{\"name\":\""
                + organization + "-notify\"}],\"signinMethods\":[{\"name\":\"Password\",\"displayName\":\"Password\",\"rule\":\"All\"}]}");
    }

    /** Adds a user. */
    static void user(Http http, String organization, String name) {
        add(http, "user", Json.of("owner", organization, "name", name, "password", "pass-word1", "signupApplication", organization + "-app", "type", "normal-user"));
    }

    private static void add(Http http, String type, String json) {
        Http.Answer answer = http.postJson("/api/add-" + type + ADMIN, json);
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    /** Signs in, and answers the cookie; empty when the server did not let the user in. */
    static String signin(Http http, String organization, String name) {
        Http.Answer answer = http.postJson("/api/login",
                Json.of("type", "login", "application", organization + "-app", "organization", organization, "username", name, "password", "pass-word1"));
        return answer.text().contains("\"ok\"") ? answer.headers().allValues("Set-Cookie").stream().map(value -> value.split(";")[0]).collect(Collectors.joining("; ")) : "";
    }
}
