package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTParser;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser that signs out loads the frames of the applications it was signed in to (OpenID Connect Front-Channel Logout 1.0). */
@ExtendWith(RunningServer.class)
class FrontchannelLogoutTest {
    private static final String ADMIN = "username=built-in/admin&password=123";
    private static final Pattern FRAME = Pattern.compile("<iframe [^>]*src=\"([^\"]*)\"");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private HttpServer relyingParty;
    private String origin;

    @BeforeEach
    void listen() throws IOException {
        relyingParty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        relyingParty.createContext("/", exchange -> {
            told.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        relyingParty.start();
        origin = "http://127.0.0.1:" + relyingParty.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        relyingParty.stop(0);
    }

    private String callback() {
        return origin + "/callback";
    }

    private static void change(Http http, Fixture fixture, String uri, boolean session) {
        String json = Json.of("owner", "admin", "name", fixture.application(), "organization", fixture.organization(), "frontchannelLogoutUri", uri);
        Http.Answer answer = http.postJson("/api/update-application?id=admin/" + fixture.application() + "&columns=frontchannelLogoutUri,frontchannelLogoutSessionRequired&" + ADMIN,
                json.substring(0, json.length() - 1) + ",\"frontchannelLogoutSessionRequired\":" + session + "}");
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    /** Signs in, and answers the ID token. */
    private String signIn(Http http, Browser browser, Fixture fixture) {
        URI address = URI.create(http.base() + "/login/oauth/authorize?response_type=code&client_id=" + fixture.clientId() + "&redirect_uri=" + callback() + "&scope=openid&state=s");
        String code = browser.signIn(address, fixture.username(), fixture.password()).getQuery().replaceFirst(".*code=([^&]+).*", "$1");
        return Json.object(http.post("/api/login/oauth/access_token", "grant_type=authorization_code&client_id=" + fixture.clientId() + "&client_secret=" + fixture.clientSecret()
                + "&code=" + code, "Content-Type", "application/x-www-form-urlencoded")).getString("id_token");
    }

    @Test
    void framesTellTheApplicationsOfTheSession(Http http) throws Exception {
        Fixture fixture = Fixture.make(http, callback());
        change(http, fixture, origin + "/signed-out?from=iam", true);
        Browser browser = new Browser();
        String token = signIn(http, browser, fixture);
        String sid = JWTParser.parse(token).getJWTClaimsSet().getStringClaim("sid");

        var page = browser.open(URI.create(http.base() + "/api/logout?id_token_hint=" + token + "&state=a%20b&post_logout_redirect_uri=" + URLEncoder.encode(callback(), StandardCharsets.UTF_8)));
        assertEquals(200, page.statusCode());
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("frame-src " + origin + "/signed-out;"), policy);
        assertTrue(policy.contains("default-src 'none'") && !policy.contains("script-src"), policy);
        assertFalse(page.body().contains("<script"));
        assertEquals("1; url=" + callback() + "?state=a%20b", page.headers().firstValue("Refresh").orElse(""));
        Matcher frame = FRAME.matcher(page.body());
        assertTrue(frame.find(), page.body());
        browser.open(URI.create(frame.group(1).replace("&amp;", "&")));
        assertEquals(List.of("/signed-out?from=iam&iss=" + URLEncoder.encode(http.base().toString(), StandardCharsets.UTF_8) + "&sid=" + sid), told);
        assertTrue(browser.open(URI.create(http.base() + "/api/get-account")).body().contains("Please login first"));
    }

    @Test
    void applicationsThatDoNotWantTheSessionAreNotToldIt(Http http) {
        Fixture fixture = Fixture.make(http, callback());
        change(http, fixture, origin + "/out", false);
        Browser browser = new Browser();
        signIn(http, browser, fixture);
        String page = browser.open(URI.create(http.base() + "/api/sso-logout")).body();
        assertTrue(page.contains("src=\"" + origin + "/out\""), page);
    }

    @Test
    void programsAndOtherSessionsAreAnsweredAsBefore(Http http) {
        Fixture fixture = Fixture.make(http, callback());
        change(http, fixture, origin + "/out", true);
        Browser browser = new Browser();
        signIn(http, browser, fixture);
        Http.Answer program = http.get("/api/logout?client_id=" + fixture.clientId() + "&post_logout_redirect_uri=" + callback(), "Cookie", browser.cookies(http.base()), "Accept", "*/*");
        assertEquals(302, program.status());
        assertEquals(302, browser.open(URI.create(http.base() + "/api/logout?client_id=" + fixture.clientId() + "&post_logout_redirect_uri=" + callback())).statusCode());
    }

    @Test
    void addressesThatAreNoneAreRefused(Http http) {
        Fixture fixture = Fixture.make(http, callback());
        for (String uri : List.of("javascript:alert(1)", "/relative", "http://user@host/x", "http://host/x#y", "ftp://host/x", "http://a b/")) {
            Http.Answer answer = http.postJson("/api/update-application?id=admin/" + fixture.application() + "&columns=frontchannelLogoutUri&" + ADMIN,
                    Json.of("owner", "admin", "name", fixture.application(), "organization", fixture.organization(), "frontchannelLogoutUri", uri));
            assertTrue(answer.text().contains("frontchannelLogoutUri"), answer.text());
        }
    }

    @Test
    void discoverySaysSoAndRegistrationTakesIt(Http http) {
        JsonObject discovery = Json.object(http.get("/.well-known/openid-configuration"));
        assertTrue(discovery.getBoolean("frontchannel_logout_supported") && discovery.getBoolean("frontchannel_logout_session_supported"));
        String organization = Fixture.make(http, callback()).organization();
        http.postJson("/api/update-organization?id=admin/" + organization + "&columns=dcrPolicy&" + ADMIN, Json.of("owner", "admin", "name", organization, "dcrPolicy", "open"));
        String metadata = "{\"redirect_uris\":[\"" + callback() + "\"],\"frontchannel_logout_session_required\":true,\"frontchannel_logout_uri\":\"%s/out\"}";
        String path = "/api/oauth/register?organization=" + organization;
        JsonObject client = Json.object(http.postJson(path, metadata.formatted(origin)));
        assertEquals(origin + "/out", client.getString("frontchannel_logout_uri"));
        JsonObject read = Json.object(http.get(URI.create(client.getString("registration_client_uri")).getPath(), "Authorization", "Bearer " + client.getString("registration_access_token")));
        assertTrue(read.getBoolean("frontchannel_logout_session_required"));
        assertEquals("invalid_client_metadata", Json.object(http.postJson(path, metadata.formatted("http://elsewhere.example"))).getString("error"));
    }
}
