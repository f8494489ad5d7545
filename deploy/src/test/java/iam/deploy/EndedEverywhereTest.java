package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.providers.testing.MariaDbServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers over one MariaDB: what is good once is good once on both, and whatever is ended on one is refused there in the next request, and on the other
 * within a second, although that one has just used it.
 */
@Slow
class EndedEverywhereTest {
    private static final String ADMIN = "username=built-in/admin&password=123";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final long WITHIN_MILLIS = 1000;
    private static final Set<String> TOKEN = Set.of("api", "userinfo", "introspection", "refresh", "exchange");
    private static final Set<String> EVERYTHING = Set.of("api", "userinfo", "introspection", "refresh", "exchange", "session", "key");

    @TempDir
    private static Path directory;
    private static MariaDbServer database;
    private static Server first;
    private static Server second;
    private static int users;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(MariaDbServer.available());
        database = MariaDbServer.start(directory);
        String url = database.database("iam") + "?user=" + MariaDbServer.USER;
        first = Server.of(Container.EMBEDDED).with("--db", url).start();
        second = Server.of(Container.EMBEDDED).with("--db", url).start();
        add("cert", Json.of("owner", "admin", "name", "cert-gone", "type", "x509", "cryptoAlgorithm", "RS256"));
        add("organization", Json.of("owner", "admin", "name", "ends", "displayName", "E", "passwordType", "plain"));
        application("ends", "cert-built-in");
        application("ends-key", "cert-gone");
        application("ends-gone", "cert-built-in");
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable part : new AutoCloseable[] {first, second, database}) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void application(String name, String cert) {
        String json = Json.of("owner", "admin", "name", name, "organization", "ends", "cert", cert, "clientId", name + "-id", "clientSecret", "secret");
        add("application", json.substring(0, json.length() - 1) + ",\"enablePassword\":true,\"expireInHours\":1,\"refreshExpireInHours\":2,\"grantTypes\":[\"password\",\"refresh_token\",\""
                + EXCHANGE + "\"],\"signinMethods\":[{\"name\":\"Password\",\"displayName\":\"Password\",\"rule\":\"All\"}]}");
    }

    private static void add(String noun, String json) {
        write("add-" + noun, json);
    }

    private static void write(String operation, String json) {
        Http.Answer answer = first.http().postJson("/api/" + operation + (operation.indexOf('?') < 0 ? "?" : "&") + ADMIN, json);
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    private static Http.Answer form(Http node, String path, String form, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return node.post(path, form, all);
    }

    /**
     * Somebody who is signed in in every way.
     *
     * @param name the user
     * @param client parameters of the client
     * @param access his access token
     * @param refresh his refresh token
     * @param cookie his session
     */
    private record Somebody(String name, String client, String access, String refresh, String cookie) {
        /** In which ways he still gets in; refresh is tried only when it should fail, since it would use the token up. */
        Set<String> getsIn(Http node, boolean ended) {
            Set<String> ways = new TreeSet<>();
            note(ways, "api", node.get("/api/get-account", "Authorization", "Bearer " + access).text().contains("\"ok\""));
            note(ways, "userinfo", node.get("/api/userinfo", "Authorization", "Bearer " + access).status() == 200);
            note(ways, "introspection", form(node, "/api/login/oauth/introspect", client + "&token=" + access).text().contains("true"));
            note(ways, "exchange", issues(node, "grant_type=" + EXCHANGE + "&subject_token=" + access));
            note(ways, "session", node.get("/api/get-account", "Cookie", cookie).text().contains("\"ok\""));
            note(ways, "key", node.get("/api/get-account?accessKey=ak-" + name + "&accessSecret=as").text().contains("\"ok\""));
            if (ended) {
                note(ways, "refresh", issues(node, "grant_type=refresh_token&refresh_token=" + refresh));
            }
            return ways;
        }

        private boolean issues(Http node, String more) {
            Http.Answer answer = form(node, "/api/login/oauth/access_token", client + "&" + more);
            assertTrue(answer.status() < 500, answer.text());
            return answer.text().contains("access_token\"");
        }

        private static void note(Set<String> ways, String way, boolean open) {
            if (open) {
                ways.add(way);
            }
        }

        /** The name of the token's row. */
        String tokenName() {
            String claims = new String(Base64.getUrlDecoder().decode(access.split("\\.")[1]), StandardCharsets.UTF_8);
            return Json.object(claims).getString("jti").substring("admin/".length());
        }
    }

    private static Somebody somebody(String application) {
        String name = "user" + ++users;
        add("user", Json.of("owner", "ends", "name", name, "displayName", "U", "password", "pass-word1", "signupApplication", application, "type", "normal-user"));
        add("key", Json.of("owner", "ends", "name", "key-" + name, "type", "User", "user", name, "organization", "ends", "accessKey", "ak-" + name, "accessSecret", "as", "state", "Active"));
        String client = "client_id=" + application + "-id&client_secret=secret";
        var tokens = Json.object(form(first.http(), "/api/login/oauth/access_token", client + "&grant_type=password&username=" + name + "&password=pass-word1"));
        Http.Answer login = first.http().postJson("/api/login", Json.of("type", "login", "application", application, "organization", "ends", "username", name, "password", "pass-word1"));
        String cookie = login.headers().allValues("Set-Cookie").stream().map(value -> value.split(";")[0]).collect(java.util.stream.Collectors.joining("; "));
        return new Somebody(name, client, tokens.getString("access_token"), tokens.getString("refresh_token"), cookie);
    }

    private static void ends(Set<String> what, Consumer<Somebody> end) {
        ends("ends", what, end);
    }

    /** Ends something on one server, then looks at both. */
    private static void ends(String application, Set<String> what, Consumer<Somebody> end) {
        Somebody somebody = somebody(application);
        Set<String> all = new TreeSet<>(EVERYTHING);
        all.remove("refresh");
        assertEquals(all, somebody.getsIn(first.http(), false));
        assertEquals(all, somebody.getsIn(second.http(), false));
        end.accept(somebody);
        long time = System.nanoTime();
        Set<String> left = new TreeSet<>(all);
        left.removeAll(what);
        boolean tokensEnd = what.contains("refresh");
        assertEquals(left, somebody.getsIn(first.http(), tokensEnd), "on the server that ended it");
        Set<String> there = somebody.getsIn(second.http(), false);
        while (!there.equals(left) && (System.nanoTime() - time) / 1_000_000 < WITHIN_MILLIS) {
            there = somebody.getsIn(second.http(), false);
        }
        assertEquals(left, there.equals(left) ? somebody.getsIn(second.http(), tokensEnd) : there, "on the other server");
    }

    @Test
    void codesAndRefreshTokensAreGoodOnce() throws Exception {
        OneUseTest.check(List.of(first.http(), second.http()));
    }

    @Test
    void aLogoutEndsTheSession() {
        ends(Set.of("session"), somebody -> form(first.http(), "/api/logout", "", "Cookie", somebody.cookie));
    }

    @Test
    void aLogoutWithAHintEndsTheToken() {
        ends(TOKEN, somebody -> form(first.http(), "/api/logout", "id_token_hint=" + somebody.access));
    }

    @Test
    void anSsoLogoutEndsSessionsAndTokens() {
        Set<String> what = new TreeSet<>(TOKEN);
        what.add("session");
        ends(what, somebody -> form(first.http(), "/api/sso-logout", "", "Cookie", somebody.cookie));
    }

    @Test
    void deletingATokenEndsIt() {
        ends(TOKEN, somebody -> write("delete-token", Json.of("owner", "admin", "name", somebody.tokenName(), "organization", "ends")));
    }

    @Test
    void revokingAnAccessTokenEndsThePair() {
        ends(TOKEN, somebody -> assertEquals(200, form(first.http(), "/api/login/oauth/revoke", somebody.client + "&token=" + somebody.access).status()));
    }

    @Test
    void revokingARefreshTokenEndsThePair() {
        ends(TOKEN, somebody -> assertEquals(200, form(first.http(), "/api/login/oauth/revoke", somebody.client + "&token=" + somebody.refresh).status()));
    }

    @Test
    void deletingASessionEndsIt() {
        ends(Set.of("session"), somebody -> write("delete-session", Json.of("owner", "ends", "name", somebody.name, "application", "ends")));
    }

    @Test
    void forbiddenUsersGetInNowhere() {
        ends(EVERYTHING, somebody -> write("update-user?id=ends/" + somebody.name + "&columns=isForbidden", "{\"owner\":\"ends\",\"name\":\"" + somebody.name + "\",\"isForbidden\":true}"));
    }

    @Test
    void softlyDeletedUsersGetInNowhere() {
        ends(EVERYTHING, somebody -> write("update-user?id=ends/" + somebody.name + "&columns=isDeleted", "{\"owner\":\"ends\",\"name\":\"" + somebody.name + "\",\"isDeleted\":true}"));
    }

    @Test
    void deletedUsersGetInNowhere() {
        ends(EVERYTHING, somebody -> write("delete-user", Json.of("owner", "ends", "name", somebody.name)));
    }

    @Test
    void aNewPasswordEndsSessionsAndTokens() {
        Set<String> what = new TreeSet<>(TOKEN);
        what.add("session");
        ends(what, somebody -> assertTrue(form(first.http(), "/api/set-password?" + ADMIN, "userOwner=ends&userName=" + somebody.name + "&newPassword=pass-word2").text().contains("\"ok\"")));
    }

    @Test
    void removedAccessKeysAreGoodForNothing() {
        ends(Set.of("key"), somebody -> write("delete-key", Json.of("owner", "ends", "name", "key-" + somebody.name)));
    }

    @Test
    void tokensOfARemovedSigningKeyAreGoodForNothing() {
        ends("ends-key", TOKEN, somebody -> write("delete-cert", Json.of("owner", "admin", "name", "cert-gone")));
    }

    @Test
    void tokensOfADeletedApplicationAreGoodForNothing() {
        ends("ends-gone", TOKEN, somebody -> write("delete-application", Json.of("owner", "admin", "name", "ends-gone", "organization", "ends")));
    }
}
