package iam.war.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.http.Client;
import iam.war.http.Client.Answer;
import iam.war.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sign-in page takes a password only, so whom a password does not sign in stays out. */
class SigninPageTest {
    private static final String ROOT = "?username=built-in/admin&password=123";
    private static final String CSRF = "0123456789abcdef0123456789abcdef";
    private static final String REQUEST = "client_id=paged-id&response_type=code&redirect_uri=https%3A%2F%2Fclient.example%2Fcb&scope=openid&state=s";

    private Server server;

    @BeforeEach
    void start() {
        server = Server.start();
        add("organization", "{'owner':'admin','name':'paged','displayName':'P','passwordType':'plain'}");
        add("organization", "{'owner':'admin','name':'strict','displayName':'S','passwordType':'plain','mfaItems':[{'name':'app','rule':'Required'}]}");
        for (String organization : new String[] {"paged", "strict"}) {
            add("application", "{'owner':'admin','name':'app-@','organization':'@','cert':'cert-built-in','enablePassword':true,'clientId':'@-id','redirectUris':['https://client.example/cb']}"
                    .replace("@", organization));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void add(String entity, String json) {
        Answer answer = new Client(server).post("/api/add-" + entity + ROOT, json.replace('\'', '"'));
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    private void user(String organization, String more) {
        add("user", "{'owner':'" + organization + "','name':'ann','displayName':'Ann','password':'pw-123456','signupApplication':'app-" + organization + "'" + more + "}");
    }

    private Answer signIn(String organization) {
        return new Client(server).header("Cookie", "iam_csrf=" + CSRF).send("POST", "/login/oauth/authorize?" + REQUEST.replace("paged", organization),
                "application/x-www-form-urlencoded", REQUEST.replace("paged", organization) + "&csrf=" + CSRF + "&action=signin&username=ann&password=pw-123456");
    }

    private void refused(Answer answer, String text) {
        assertEquals(200, answer.status());
        assertTrue(answer.text().contains(text), answer.text());
        assertFalse(signedIn(answer), "a session was opened");
    }

    private boolean signedIn(Answer answer) {
        return new Client(server).header("Cookie", answer.cookies()).get("/api/get-account").ok();
    }

    @Test
    void signsInByPassword() {
        user("paged", "");
        Answer answer = signIn("paged");
        assertEquals(302, answer.status(), answer.text());
        assertTrue(answer.exchange().reply().headers().get("Location").startsWith("https://client.example/cb?code="));
        assertTrue(signedIn(answer));
    }

    @Test
    void opensNothingToAPasswordWithoutItsSecondFactor() {
        user("paged", ",'totpSecret':'JBSWY3DPEHPK3PXP'");
        refused(signIn("paged"), "second factor");
    }

    @Test
    void opensNothingToThoseWhoHaveToEnrolASecondFactor() {
        user("strict", "");
        refused(signIn("strict"), "has not been started");
    }
}
