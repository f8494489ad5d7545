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

/** What a sign-up is refused for, in the order of the contract (oauth.md section 1.5), and what an invitation does. */
class SignupTest {
    private static final String ROOT = "?username=built-in/admin&password=123";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
        add("organization", "{'owner':'admin','name':'party','displayName':'P','passwordType':'plain','passwordOptions':['AtLeast6']}");
        add("application", "{'owner':'admin','name':'app-party','organization':'party','cert':'cert-built-in','enableSignUp':true,'signupItems':[" + item("Username", "None") + "," + item("Display name", "None")
                + "," + item("Password", "None") + "," + item("Email", "Normal") + "," + item("Phone", "No verification") + "," + item("Invitation code", "None") + "]}");
        add("application", "{'owner':'admin','name':'app-guests','organization':'party','cert':'cert-built-in','enableSignUp':true,'signupItems':[" + item("Username", "None") + "," + item("Email", "No verification") + "]}");
        invite("'name':'one','code':'one','quota':1,'signupGroup':'party/friends'");
        invite("'name':'paused','code':'paused','quota':9,'state':'Suspended'");
        invite("'name':'ann','code':'for-ann','quota':9,'email':'ann@example.org'");
        invite("'name':'many','code':'[0-9]{4}','defaultCode':'1234','quota':9");
        invite("'name':'elsewhere','code':'elsewhere','quota':9,'application':'app-built-in'");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String item(String name, String rule) {
        return "{'name':'" + name + "','visible':true,'required':true,'rule':'" + rule + "'}";
    }

    private static void invite(String more) {
        String code = more.contains("defaultCode") ? "" : more.replaceFirst(".*('code':'[^']*').*", "$1,").replace("'code'", "'defaultCode'");
        add("invitation", "{'owner':'party','application':'All','state':'Active'," + code + more + "}");
    }

    private static void add(String entity, String json) {
        Answer answer = new Client(server).post("/api/add-" + entity + ROOT, json.replace('\'', '"'));
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    private static Answer signUp(String application, String more) {
        return new Client(server).post("/api/signup", ("{'application':'" + application + "','organization':'party'," + more + "}").replace('\'', '"'));
    }

    private static String refusal(Answer answer) {
        return answer.text().replaceFirst("(?s).*\"msg\": ?\"([^\"]*)\".*", "$1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ann@example|4155550100|Ann|for-ann|Email is invalid",
        "ann@example.org|12|''|''|Phone number is invalid",
        "ann@example.org|4155550100|' '|''|DisplayName cannot be blank",
        "ann@example.org|4155550100|Ann|''|Invitation code cannot be blank",
        "ann@example.org|4155550100|Ann|nonsense|Invitation code is invalid",
        "bob@example.org|4155550100|Bob|for-ann|Please register using the email corresponding to the invitation code",
        "ANN@example.org|4155550100|Ann|for-ann|The verification code has not been sent yet!"})
    void checksInOrder(String email, String phone, String name, String invitation, String expected) {
        assertEquals(expected, refusal(signUp("app-party", "'username':'ann','password':'pw-123456','countryCode':'US','email':'" + email + "','phone':'" + phone + "','name':'" + name
                + "','invitationCode':'" + invitation + "'")));
    }

    @Test
    void saysWhatIsTooLong() {
        assertEquals("The value of displayName is longer than 100 characters", refusal(signUp("app-guests", "'username':'long','email':'long@example.org','name':'" + "n".repeat(101) + "'")));
    }

    private static String guest(String name, String invitation) {
        return refusal(signUp("app-guests", "'username':'" + name + "','email':'" + name + "@example.org','invitationCode':'" + invitation + "'"));
    }

    @Test
    void anInvitationIsUsedAsOftenAsItsQuotaSays() {
        assertEquals("", guest("first", "one"));
        assertEquals("Invitation code exhausted", guest("second", "one"));
        assertEquals("Invitation code suspended", guest("second", "paused"));
        assertEquals("Invitation code is invalid", guest("second", "elsewhere"));
        String user = new Client(server).get("/api/get-user" + ROOT + "&id=party/first").text();
        assertTrue(user.contains("\"invitation\":\"one\"") && user.contains("\"invitationCode\":\"one\"") && user.contains("\"party/friends\""), user);
    }

    @Test
    void anInvitationIsToOneOrganization() {
        add("organization", "{'owner':'admin','name':'next','displayName':'N','passwordType':'plain'}");
        add("application", "{'owner':'admin','name':'app-next','organization':'next','cert':'cert-built-in'}");
        add("application", "{'owner':'admin','name':'app-all','organization':'party','cert':'cert-built-in','enableSignUp':true,'orgChoiceMode':'Select','signupItems':[" + item("Username", "None") + "]}");
        String form = "{'application':'app-all','organization':'next','username':'guest','invitationCode':'7777'}";
        assertEquals("Invitation code is invalid", refusal(new Client(server).post("/api/signup", form.replace('\'', '"'))));
        assertEquals("", refusal(new Client(server).post("/api/signup", form.replace("next", "party").replace('\'', '"'))));
    }

    @Test
    void eachCodeOfAPatternIsGoodOnce() {
        assertEquals("", guest("third", "1111"));
        assertEquals("The invitation code has already been used", guest("fourth", "1111"));
        assertEquals("", guest("fourth", "2222"));
        assertEquals("", guest("fifth", ""));
    }
}
