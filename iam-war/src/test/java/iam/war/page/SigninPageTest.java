package iam.war.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.http.Client;
import iam.war.http.Client.Answer;
import iam.war.testing.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in on the pages: with a password, with a second factor, and all the ways that must not lead around it. */
class SigninPageTest {
    private static final String ROOT = "?username=built-in/admin&password=123";
    private static final String PASSWORD = "pw-123456";
    private static final String KEY = "JBSWY3DPEHPK3PXP";
    private static final String TOTP = ",'totpSecret':'" + KEY + "','preferredMfaType':'app'";

    private static int tests;
    private static Server server;
    /** An organization for each test, since passcodes are good once and codes are sent once a minute. */
    private String paged;
    private String strict;
    private String request;
    private PageBrowser browser;

    @BeforeAll
    static void start() {
        server = Server.start(Map.of("iam.sender.log.show-text", "true", "iam.rate-limit.login-address", "off"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void prepare() {
        paged = "paged" + ++tests;
        strict = "strict" + tests;
        request = "client_id=" + paged + "-id&response_type=code&redirect_uri=https%3A%2F%2Fclient.example%2Fcb&scope=openid&state=s";
        add("organization", "{'owner':'admin','name':'" + paged + "','displayName':'P','passwordType':'plain'}");
        add("organization", "{'owner':'admin','name':'" + strict + "','displayName':'S','passwordType':'plain','mfaItems':[{'name':'app','rule':'Required'}]}");
        for (String organization : new String[] {paged, strict}) {
            add("application", "{'owner':'admin','name':'app-@','organization':'@','cert':'cert-built-in','enablePassword':true,'clientId':'@-id','redirectUris':['https://client.example/cb']}"
                    .replace("@", organization));
        }
        browser = new PageBrowser(server, request);
    }

    private static void add(String entity, String json) {
        Answer answer = new Client(server).post("/api/add-" + entity + ROOT, json.replace('\'', '"'));
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    private void user(String organization, String more) {
        add("user", "{'owner':'" + organization + "','name':'ann','displayName':'Ann','password':'" + PASSWORD + "','signupApplication':'app-" + organization + "'" + more + "}");
    }

    private static void sent(Answer answer) {
        assertEquals(302, answer.status(), answer.text());
        String location = answer.exchange().reply().headers().get("Location");
        assertTrue(location.startsWith("https://client.example/cb?code="), location);
    }

    private static void shows(Answer answer, String text) {
        assertEquals(200, answer.status());
        assertTrue(answer.text().contains(text), answer.text());
    }

    @Test
    void signsInByPassword() {
        user(paged, "");
        sent(browser.signIn(PASSWORD));
        assertTrue(browser.signedIn());
        assertTrue(new Client(server).get("/api/get-user" + ROOT + "&id=" + paged + "/ann").text().contains("\"lastSigninIp\":\"192.0.2.7\""));
    }

    @Test
    void refusesThoseWhomTheApplicationHasNoPasswordFor() {
        user(paged, "");
        Answer changed = new Client(server).post("/api/update-application" + ROOT + "&id=admin/app-" + paged + "&columns=signinMethods",
                "{\"owner\":\"admin\",\"name\":\"app-" + paged + "\",\"organization\":\"" + paged + "\",\"signinMethods\":[{\"name\":\"Verification code\"}]}");
        assertTrue(changed.text().contains("\"Affected\""), changed.text());
        shows(browser.signIn(PASSWORD), "not enabled for the application");
        shows(browser.press("signin", "username", "ann", "password", ""), "Password cannot be empty");
        assertFalse(browser.signedIn());
    }

    @Test
    void asksForThePasscodeOfAnAuthenticator() {
        user(paged, TOTP);
        shows(browser.signIn(PASSWORD), "Passcode");
        assertFalse(browser.signedIn());
        shows(browser.press("passcode", "passcode", "000000"), "Wrong verification code");
        sent(browser.press("passcode", "passcode", Otp.of(KEY, 0)));
        assertTrue(browser.signedIn());
    }

    @Test
    void takesARecoveryCodeOnce() {
        user(paged, TOTP + ",'recoveryCodes':['5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5']");
        browser.signIn(PASSWORD);
        PageBrowser second = new PageBrowser(server, request);
        second.signIn(PASSWORD);
        sent(browser.press("passcode", "recoveryCode", "12345"));
        assertNotEquals(302, second.press("passcode", "recoveryCode", "12345").status());
        assertFalse(second.signedIn());
    }

    @Test
    void sendsACodeByMail() {
        user(paged, ",'email':'ann@example.com','mfaEmailEnabled':true,'preferredMfaType':'email'");
        shows(browser.signIn(PASSWORD), "Code by e-mail");
        String code;
        try (Outgoing outgoing = new Outgoing()) {
            shows(browser.press("send"), "A code was sent to a***n@example.com");
            code = outgoing.code();
        }
        sent(browser.press("passcode", "passcode", code));
    }

    @Test
    void sendsACodeByShortMessageAndLetsTheUserChoose() {
        user(paged, TOTP + ",'phone':'15112345678','countryCode':'DE','mfaPhoneEnabled':true");
        shows(browser.signIn(PASSWORD), "Code by text message");
        shows(browser.press("factor", "mfaType", "sms"), "Send a code");
        String code;
        try (Outgoing outgoing = new Outgoing()) {
            browser.press("send");
            code = outgoing.code();
        }
        sent(browser.press("passcode", "passcode", code));
    }

    @Test
    void remembersABrowserThatNeedNotShowItAgain() {
        user(paged, TOTP);
        browser.signIn(PASSWORD);
        sent(browser.press("passcode", "passcode", Otp.of(KEY, 0), "remember", "1"));
        sent(browser.with(request + "&prompt=login").signIn(PASSWORD));
        shows(new PageBrowser(server, request).signIn(PASSWORD), "Passcode");
    }

    @Test
    void opensNothingBeforeTheSecondFactor() {
        user(paged, TOTP);
        browser.signIn(PASSWORD);
        assertFalse(browser.signedIn());
        assertFalse(browser.api("/api/get-user?id=" + paged + "/ann").ok());
        assertFalse(browser.api("/api/grant-consent", "{'application':'admin/app-" + paged + "','clientId':'" + paged + "-id','redirectUri':'https://client.example/cb','scope':'openid'}").ok());
        String query = "?clientId=" + paged + "-id&responseType=code&redirectUri=https://client.example/cb&scope=openid";
        assertFalse(browser.api("/api/login" + query, "{'type':'code','application':'app-" + paged + "','organization':'" + paged + "'}").ok(), "quick sign-in");
        assertFalse(browser.api("/api/login" + query, "{'type':'code','application':'app-" + paged + "','organization':'" + paged + "','passcode':'000000'}").ok());
        shows(browser.copy().open(), "name=\"password\"");
        shows(browser.copy().press("consent"), "name=\"password\"");
        shows(browser.copy().press("enrol", "passcode", Otp.of(KEY, 0)), "Session outdated");
        shows(browser.copy().press("password", "newPassword", "other-123", "repeated", "other-123"), "Session outdated");
        assertEquals(302, browser.with(request + "&prompt=none").open().status());
        assertFalse(browser.signedIn());
    }

    @Test
    void takesAPasscodeForTheSignInItBelongsToOnly() {
        user(paged, TOTP);
        PageBrowser stranger = new PageBrowser(server, request);
        stranger.open();
        shows(stranger.press("passcode", "passcode", Otp.of(KEY, 0), "username", "ann"), "Session outdated");
        browser.signIn(PASSWORD);
        PageBrowser elsewhere = browser.with(request.replace(paged, strict));
        elsewhere.open();
        shows(elsewhere.press("passcode", "passcode", Otp.of(KEY, 0)), "Session outdated");
        assertFalse(browser.signedIn());
    }

    @Test
    void takesNeitherPasscodeNorStateTwice() {
        user(paged, TOTP);
        browser.signIn(PASSWORD);
        PageBrowser before = browser.copy();
        String passcode = Otp.of(KEY, 0);
        sent(browser.press("passcode", "passcode", passcode));
        shows(before.press("passcode", "passcode", Otp.of(KEY, 1)), "Session outdated");
        PageBrowser again = new PageBrowser(server, request);
        again.signIn(PASSWORD);
        shows(again.press("passcode", "passcode", passcode), "Wrong verification code");
        assertFalse(again.signedIn());
    }

    @Test
    void endsTheWaitWhenThePasswordChanges() {
        user(paged, TOTP);
        browser.signIn(PASSWORD);
        Answer set = new Client(server).send("POST", "/api/set-password" + ROOT, "application/x-www-form-urlencoded", "userOwner=" + paged + "&userName=ann&newPassword=other-123");
        assertTrue(set.ok(), set.text());
        shows(browser.press("passcode", "passcode", Otp.of(KEY, 0)), "Session outdated");
    }

    @Test
    void locksOutWhoGuessesPasscodesAndKnowsThePassword() {
        user(paged, TOTP);
        for (int i = 0; i < 5; i++) {
            browser.signIn(PASSWORD);
            shows(browser.press("passcode", "passcode", "00000" + i), "Wrong verification code");
        }
        shows(browser.press("passcode", "passcode", Otp.of(KEY, 0)), "too many times");
        shows(browser.press("passcode", "recoveryCode", "x"), "too many times");
        shows(browser.signIn(PASSWORD), "too many times");
        String login = "{'type':'login','application':'app-" + paged + "','organization':'" + paged + "','username':'ann','password':'" + PASSWORD + "'}";
        assertTrue(new PageBrowser(server, request).api("/api/login", login).text().contains("too many times"));
    }

    @Test
    void countsPasscodesOfTheApiToo() {
        user(paged, TOTP);
        browser.signIn(PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertFalse(browser.api("/api/login", "{'type':'login','application':'app-" + paged + "','passcode':'00000" + i + "'}").ok());
        }
        String right = "{'type':'login','application':'app-" + paged + "','passcode':'" + Otp.of(KEY, 0) + "'}";
        assertTrue(browser.api("/api/login", right).text().contains("too many times"));
    }

    @Test
    void forgetsWrongPasscodesAfterARightOne() {
        user(paged, TOTP);
        browser.signIn("wrong-password");
        browser.signIn(PASSWORD);
        browser.press("passcode", "passcode", "000000");
        sent(browser.press("passcode", "passcode", Otp.of(KEY, 0)));
        assertTrue(new Client(server).get("/api/get-user" + ROOT + "&id=" + paged + "/ann").text().contains("\"signinWrongTimes\":0"));
    }

    @Test
    void letsThoseEnrolAnAuthenticatorWhoHaveTo() {
        user(strict, "");
        browser = new PageBrowser(server, request.replace(paged, strict));
        Answer page = browser.signIn(PASSWORD);
        shows(page, "authenticator app");
        assertFalse(browser.signedIn());
        Matcher codes = Pattern.compile("<code>([^<]*)</code>").matcher(page.text());
        assertTrue(codes.find());
        String key = codes.group(1).replace(" ", "");
        assertTrue(codes.find());
        PageBrowser late = browser.copy();
        shows(browser.press("enrol", "passcode", "000000"), key.substring(0, 4));
        sent(browser.press("enrol", "passcode", Otp.of(key, 0)));
        assertTrue(browser.signedIn());
        shows(late.press("enrol", "passcode", Otp.of(key, 1)), "Session outdated");
        PageBrowser next = new PageBrowser(server, request.replace(paged, strict));
        next.signIn(PASSWORD);
        sent(next.press("passcode", "recoveryCode", codes.group(1)));
    }

    @Test
    void letsNobodyInByPasswordAloneWhoHasToEnrol() {
        user(strict, "");
        assertFalse(new Client(server).get("/api/get-account?username=" + strict + "/ann&password=" + PASSWORD).ok());
        Answer secret = new Client(server).get("/api/get-application" + ROOT + "&id=admin/app-" + strict);
        String clientSecret = secret.text().replaceFirst("(?s).*\"clientSecret\":\"([^\"]+)\".*", "$1");
        new Client(server).post("/api/update-application" + ROOT + "&id=admin/app-" + strict + "&columns=grantTypes",
                "{\"owner\":\"admin\",\"name\":\"app-" + strict + "\",\"organization\":\"" + strict + "\",\"grantTypes\":[\"password\"]}");
        Answer tokens = new Client(server).send("POST", "/api/login/oauth/access_token", "application/x-www-form-urlencoded",
                "grant_type=password&client_id=" + strict + "-id&client_secret=" + clientSecret + "&username=ann&password=" + PASSWORD);
        assertTrue(tokens.text().contains("invalid_grant") && tokens.text().contains("has not been started"), tokens.text());
    }

    @Test
    void enrolsNobodyWhoHasEnrolledMeanwhile() {
        user(strict, "");
        browser = new PageBrowser(server, request.replace(paged, strict));
        browser.signIn(PASSWORD);
        PageBrowser thief = new PageBrowser(server, request.replace(paged, strict));
        Matcher key = Pattern.compile("<code>([^<]*)</code>").matcher(thief.signIn(PASSWORD).text());
        assertTrue(key.find());
        Answer changed = new Client(server).post("/api/update-user" + ROOT + "&id=" + strict + "/ann&columns=mfaEmailEnabled,email",
                "{\"owner\":\"" + strict + "\",\"name\":\"ann\",\"email\":\"ann@example.com\",\"mfaEmailEnabled\":true}");
        assertTrue(changed.text().contains("\"Affected\""), changed.text());
        shows(thief.press("enrol", "passcode", Otp.of(key.group(1).replace(" ", ""), 0)), "Session outdated");
        assertFalse(thief.signedIn());
    }

    @Test
    void letsThoseChangeThePasswordWhoHaveTo() {
        user(paged, ",'needUpdatePassword':true");
        shows(browser.signIn(PASSWORD), "New password");
        assertFalse(browser.signedIn());
        shows(browser.press("password", "newPassword", "other-123", "repeated", "another-1"), "differ");
        shows(browser.press("password", "newPassword", PASSWORD, "repeated", PASSWORD), "different from your current");
        PageBrowser before = browser.copy();
        sent(browser.press("password", "newPassword", "other-123", "repeated", "other-123"));
        assertTrue(browser.signedIn());
        shows(before.press("password", "newPassword", "third-123", "repeated", "third-123"), "Session outdated");
        sent(new PageBrowser(server, request).signIn("other-123"));
    }

    @Test
    void asksAgainWhereTheClientWantsANewSignIn() {
        user(paged, TOTP);
        browser.signIn(PASSWORD);
        sent(browser.press("passcode", "passcode", Otp.of(KEY, 0)));
        sent(browser.with(request).open());
        PageBrowser again = browser.with(request + "&prompt=login");
        shows(again.open(), "name=\"password\"");
        shows(again.press("signin", "username", "ann", "password", PASSWORD), "Passcode");
        shows(again.press("consent"), "name=\"password\"");
    }

    @Test
    void ignoresFormsOfOtherSites() {
        user(paged, TOTP);
        browser.signIn(PASSWORD);
        shows(browser.copy().press("passcode", "csrf", "0123456789abcdef0123456789abcdef", "passcode", Otp.of(KEY, 0)), "name=\"password\"");
        assertFalse(browser.signedIn());
    }

    /** What would have been sent, had there been a mail server. */
    private static final class Outgoing extends Handler implements AutoCloseable {
        private static final Logger LOG = Logger.getLogger("iam.providers.sender.LogSender");
        private final List<String> lines = new ArrayList<>();

        Outgoing() {
            LOG.addHandler(this);
        }

        String code() {
            Matcher matcher = Pattern.compile("code is ([0-9]{6})").matcher(String.join("\n", lines));
            assertTrue(matcher.find(), lines::toString);
            return matcher.group(1);
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            LOG.removeHandler(this);
        }
    }
}
