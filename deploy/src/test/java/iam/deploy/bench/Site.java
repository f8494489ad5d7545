package iam.deploy.bench;

import iam.deploy.Http;
import iam.deploy.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** An organization with an application and users on a server, and the calls that are measured on it. */
final class Site {
    static final String ORGANIZATION = "bench";
    static final String USER = "ann";
    private static final String ADMIN = "?username=built-in/admin&password=123";
    private static final String PASSWORD = "pass-word1";
    private static final String CLIENT = "client_id=bench-id&client_secret=bench-secret";
    private static final String CREDENTIALS = "clientId=bench-id&clientSecret=bench-secret";
    private static final String BASIC = "Authorization: Basic " + Base64.getEncoder().encodeToString("bench-id:bench-secret".getBytes(StandardCharsets.US_ASCII));
    private static final String REDIRECT = "https%3A%2F%2Fclient.example%2Fback";

    private final String administrator;
    private final AtomicInteger count = new AtomicInteger();
    private final String run = Long.toString(System.nanoTime(), 36);
    private String bearer;

    /** Reads what it needs from a server on which it was made. */
    Site(Http http) {
        administrator = administrator(http);
    }

    /** Credentials with all rights, as parameters: those of a user would cost a password hash for each call. */
    static String administrator(Http http) {
        JsonObject application = Json.object(http.get("/api/get-application" + ADMIN + "&id=admin/app-built-in")).getJsonObject("data");
        return "clientId=" + application.getString("clientId") + "&clientSecret=" + application.getString("clientSecret");
    }

    /** Makes organizations, application and user. */
    static void make(Http http, int... sizes) {
        add(http, "organization", Json.of("owner", "admin", "name", ORGANIZATION, "displayName", "Bench", "passwordType", "plain"));
        for (int size : sizes) {
            add(http, "organization", Json.of("owner", "admin", "name", "bench" + size, "displayName", "Bench " + size, "passwordType", "plain"));
        }
        String application = Json.of("owner", "admin", "name", "bench-app", "organization", ORGANIZATION, "cert", "cert-built-in", "clientId", "bench-id", "clientSecret", "bench-secret");
        add(http, "application", application.substring(0, application.length() - 1) + """
                ,"enablePassword":true,"expireInHours":24,"refreshExpireInHours":48,"redirectUris":["https://client.example/back"],
                "grantTypes":["authorization_code","client_credentials","password","refresh_token"],
                "signinMethods":[{"name":"Password","displayName":"Password","rule":"All"}]}""");
        add(http, "user", user(USER));
    }

    private static String user(String name) {
        return Json.of("owner", ORGANIZATION, "name", name, "displayName", name, "password", PASSWORD, "email", name + "@example.com", "signupApplication", "bench-app",
                "type", "normal-user");
    }

    private static void add(Http http, String noun, String json) {
        Http.Answer answer = http.postJson("/api/add-" + noun + ADMIN, json);
        if (!answer.text().contains("\"Affected\"")) {
            throw new IllegalStateException(answer.text());
        }
    }

    void signIn(Wire wire) {
        bearer = "Authorization: Bearer "
                + wire.form("/api/login/oauth/access_token", CLIENT + "&grant_type=password&scope=openid+profile+email&username=" + USER + "&password=" + PASSWORD).member("access_token");
    }

    void clientCredentials(Wire wire) {
        wire.form("/api/login/oauth/access_token", CLIENT + "&grant_type=client_credentials").with("\"access_token\"");
    }

    void userinfo(Wire wire) {
        wire.get("/api/userinfo", bearer).with("\"" + USER + "\"");
    }

    void account(Wire wire) {
        wire.get("/api/get-account", bearer).with("\"name\":\"" + USER + "\"");
    }

    void user(Wire wire) {
        user(wire, ORGANIZATION, USER, CREDENTIALS);
    }

    /** Any user of a filled organization, by name. */
    void anyUser(Wire wire, int size) {
        user(wire, "bench" + size, "u" + (1 + (count.incrementAndGet() & Integer.MAX_VALUE) * 7919L % size), administrator);
    }

    private static void user(Wire wire, String organization, String name, String credentials) {
        wire.get("/api/get-user?id=" + organization + "/" + name + "&" + credentials).with("\"name\":\"" + name + "\"");
    }

    /** Password to code to token: three requests. */
    void code(Wire wire) {
        String query = "clientId=bench-id&responseType=code&redirectUri=" + REDIRECT + "&scope=openid&state=s&nonce=";
        wire.get("/api/get-app-login?type=code&" + query).with("bench-app");
        wire.form("/api/login/oauth/access_token", CLIENT + "&grant_type=authorization_code&redirect_uri=" + REDIRECT + "&code=" + login(wire, USER, "/api/login?" + query, "code").member("data"))
                .with("\"access_token\"");
    }

    private static Wire.Answer login(Wire wire, String user, String path, String type) {
        return wire.json(path, Json.of("type", type, "application", "bench-app", "organization", ORGANIZATION, "username", user, "password", PASSWORD)).with("\"ok\"");
    }

    void introspect(Wire wire) {
        wire.form("/api/login/oauth/introspect", "token=" + bearer.substring("Authorization: Bearer ".length()), BASIC).with("\"active\":true");
    }

    void page(Wire wire, int size, boolean last) {
        wire.get("/api/get-users?owner=bench" + size + "&pageSize=10&p=" + (last ? size / 10 : 1) + "&" + administrator).with("\"data2\":" + size).with("\"name\":\"u");
    }

    void addUser(Wire wire) {
        String name = run + count.incrementAndGet();
        wire.json("/api/add-user?" + administrator, Json.of("owner", ORGANIZATION, "name", name, "displayName", name, "email", name + "@example.com")).with("\"Affected\"");
    }

    void badToken(Wire wire) {
        wire.get("/api/userinfo", "Authorization: Bearer " + "bm90LWEtdG9rZW4".repeat(20)).with("error");
    }

    boolean gone(Http http, String token) {
        return Json.object(http.get("/api/get-token?id=admin/" + token + "&" + administrator)).isNull("data");
    }

    /**
     * A sign-out of all sessions of a user.
     *
     * @param cookie the cookie of one of them
     */
    record SignOut(String cookie) implements Load.Work {
        @Override
        public void run(Wire wire) {
            wire.form("/api/sso-logout", "", cookie).with("\"ok\"");
        }

        /** Fails when the user is still signed in. */
        void check(Wire wire) {
            wire.get("/api/get-account", cookie).with("\"error\"");
        }
    }

    /** Signs a user in so many times, with a token each. */
    SignOut signOut(Wire wire, int sessions) {
        String name = "out" + run + count.incrementAndGet();
        wire.json("/api/add-user?" + administrator, user(name)).with("\"Affected\"");
        String cookies = "";
        for (int i = 0; i < sessions; i++) {
            cookies = login(wire, name, "/api/login", "login").cookies();
            wire.form("/api/login/oauth/access_token", CLIENT + "&grant_type=password&scope=openid&username=" + name + "&password=" + PASSWORD).with("\"access_token\"");
        }
        wire.get("/api/get-account", "Cookie: " + cookies).with("\"name\":\"" + name + "\"");
        return new SignOut("Cookie: " + cookies);
    }
}
