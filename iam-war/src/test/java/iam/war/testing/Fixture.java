package iam.war.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.spi.authn.Caller;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** An organization of its own, with an application, an administrator and a member. */
public final class Fixture {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The organization. */
    public final String organization = "org" + COUNT.incrementAndGet();
    /** Its administrator. */
    public final Caller boss = TestServer.administrator(organization, "boss");
    /** A member. */
    public final Caller ann = TestServer.member(organization, "ann");
    private final TestServer server = TestServer.get();

    /** Makes one; more members of the organization may be given as JSON, beginning with a comma. */
    public Fixture(String more) {
        affected(post(TestServer.ROOT, "add-organization", "{'owner':'admin','name':'@','displayName':'@','passwordType':'plain'" + more + "}"));
        affected(post(TestServer.ROOT, "add-application", "{'owner':'admin','name':'app-@','organization':'@','cert':'cert-built-in','enablePassword':true}"));
        user("boss", ",'isAdmin':true");
        user("ann", ",'email':'ann@@.example.com'");
    }

    /** Makes one with defaults. */
    public Fixture() {
        this("");
    }

    /** Adds a user; more members may be given as JSON, beginning with a comma. */
    public void user(String name, String more) {
        affected(post(TestServer.ROOT, "add-user", "{'owner':'@','name':'" + name + "','displayName':'U','password':'pw-123456','signupApplication':'app-@'" + more + "}"));
    }

    /** A text with the name of the organization in place of {@code @} and quotation marks in place of apostrophes. */
    public String text(String text) {
        return text.replace("@@", "\u0000").replace("@", organization).replace("\u0000", "@" + organization).replace('\'', '"');
    }

    /** Calls a POST operation. */
    public JsonObject post(Caller caller, String pathAndQuery, String body) {
        return server.post(caller, text(pathAndQuery), text(body));
    }

    /** Calls a GET operation. */
    public JsonObject get(Caller caller, String pathAndQuery) {
        return server.get(caller, text(pathAndQuery));
    }

    /** The object that a GET operation answers. */
    public JsonObject object(Caller caller, String pathAndQuery) {
        JsonObject answer = get(caller, pathAndQuery);
        assertEquals("ok", answer.getString("status"), () -> pathAndQuery + " " + answer);
        return answer.getJsonObject("data");
    }

    /** The list that a GET operation answers. */
    public JsonArray list(Caller caller, String pathAndQuery) {
        JsonObject answer = get(caller, pathAndQuery);
        assertEquals("ok", answer.getString("status"), () -> pathAndQuery + " " + answer);
        return answer.getJsonArray("data");
    }

    /** Asserts that a write changed something. */
    public static void affected(JsonObject answer) {
        assertEquals("ok", answer.getString("status"), answer::toString);
        assertEquals("Affected", answer.getString("data"), answer::toString);
    }

    /** Asserts that a call was refused by authorization. */
    public static void denied(JsonObject answer) {
        refused("Unauthorized operation", answer);
    }

    /** Asserts that a call was answered with an error. */
    public static void refused(String text, JsonObject answer) {
        assertEquals("error", answer.getString("status"), answer::toString);
        assertEquals(text, answer.getString("msg"));
    }
}
