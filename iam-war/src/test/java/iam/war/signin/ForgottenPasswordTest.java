package iam.war.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.http.Client;
import iam.war.http.Client.Answer;
import iam.war.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the web UI's page for a forgotten password sends; the code is the one that the organization has set for tests. */
class ForgottenPasswordTest {
    private static final String ROOT = "?username=built-in/admin&password=123";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
        add("organization", "{'owner':'admin','name':'lost','displayName':'L','passwordType':'plain','masterVerificationCode':'271828'}");
        add("application", "{'owner':'admin','name':'app-lost','organization':'lost','cert':'cert-built-in'}");
        add("user", "{'owner':'lost','name':'ann','displayName':'A','password':'old-1234','email':'ann@example.org','phone':'4155550100','countryCode':'US','signupApplication':'app-lost'}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void add(String entity, String json) {
        Answer answer = new Client(server).post("/api/add-" + entity + ROOT, json.replace('\'', '"'));
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    private static Answer verify(Client browser, String members) {
        return browser.post("/api/verify-code", ("{'application':'app-lost','organization':'lost','code':'271828'," + members + "}").replace('\'', '"'));
    }

    private static Answer set(Client browser, String password) {
        return browser.send("POST", "/api/set-password", FORM, "userOwner=lost&userName=ann&oldPassword=&newPassword=" + password + "&code=271828");
    }

    /** The address is sent as get-email-and-phone told it, which is masked when the user was asked for by name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'username':'a*n@e*****e.org','name':'ann','type':'login'",
        "'username':'ann@example.org','name':'ann','type':'login'",
        "'username':'ann@example.org','type':'login'",
        "'username':'415****0100','name':'ann','type':'login'",
        "'username':'4155550100','type':'login'",
        "'username':'ann','type':'email'",
        "'username':'ann','type':'phone'"}, quoteCharacter = '`')
    void namesTheUserAndTheAddress(String members) {
        Answer answer = verify(new Client(server), members);
        assertTrue(answer.ok(), answer.text());
    }

    @Test
    void oneCodeIsGoodForOnePassword() {
        Client browser = new Client(server);
        browser.header("Cookie", verify(browser, "'username':'a*n@e*****e.org','name':'ann','type':'login'").cookies());
        assertTrue(set(browser, "x").text().contains("at least 6 characters"));
        assertTrue(set(browser, "new-12345").ok());
        Answer again = set(browser, "new-67890");
        assertEquals("Missing parameter", again.text().replaceFirst("(?s).*\"msg\": ?\"([^\"]*)\".*", "$1"));
    }
}
