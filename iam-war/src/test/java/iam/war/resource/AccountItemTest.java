package iam.war.resource;

import static iam.war.testing.Fixture.affected;
import static iam.war.testing.Fixture.denied;
import static iam.war.testing.Fixture.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import iam.war.testing.Fixture;
import iam.war.testing.TestServer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What members may change about themselves. */
class AccountItemTest {
    private static final String ITEMS = ",'accountItems':[{'name':'Display name','viewRule':'Public','modifyRule':'Self'},{'name':'Title','viewRule':'Public','modifyRule':'Self','regex':'^[A-Z]'},"
            + "{'name':'Bio','viewRule':'Public','modifyRule':'Odd'},{'name':'Email','viewRule':'Admin','modifyRule':'Self'},{'name':'Is admin','viewRule':'Public','modifyRule':'Self'}]";

    private final Fixture fixture = new Fixture(ITEMS);

    private JsonObject change(String column, String value) {
        return fixture.post(fixture.ann, "update-user?id=@/ann&columns=" + column, "{'" + column + "':" + value + "}");
    }

    private JsonObject ann() {
        return fixture.object(fixture.boss, "get-user?id=@/ann");
    }

    @Test
    void writesWhatAnItemPermits() {
        affected(change("displayName", "'New'"));
        assertEquals("New", ann().getString("displayName"));
    }

    @Test
    void checksThePatternOfAnItem() {
        refused("The value \"x\" for account field \"Title\" doesn't match the account item regex", change("title", "'x'"));
        affected(change("title", "'X'"));
    }

    @Test
    void refusesUnknownRules() {
        refused("Unknown modify rule Odd.", change("bio", "'x'"));
    }

    @Test
    void keepsFieldsWithoutAnItemForAdministrators() {
        affected(change("homepage", "'x'"));
        assertEquals("", ann().getString("homepage"));
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=homepage", "{'homepage':'y'}"));
        assertEquals("y", ann().getString("homepage"));
    }

    @Test
    void letsAUserSetHisAccessKeyWhereNoItemForbidsIt() {
        affected(change("accessKey", "'key-@'"));
        affected(change("accessSecret", "'hush'"));
        assertEquals(fixture.text("key-@ ***"), ann().getString("accessKey") + " " + ann().getString("accessSecret"));
        refused(fixture.text("accessKey *** already exists"), fixture.post(fixture.boss, "update-user?id=@/boss&columns=accessKey", "{'accessKey':'key-@'}"));
        refused(fixture.text("accessKey key-@ already exists"), fixture.post(fixture.boss, "add-key", "{'owner':'@','name':'k','type':'Organization','accessKey':'key-@'}"));
    }

    @Test
    void neverLetsAMemberRaiseHisRights() {
        affected(change("isAdmin", "true"));
        assertFalse(ann().getBoolean("isAdmin"));
    }

    @Test
    void hidesByViewRule() {
        assertEquals("", fixture.object(fixture.ann, "get-user?id=@/ann").getString("email"));
        assertEquals(fixture.text("ann@@.example.com"), ann().getString("email"));
    }

    @Test
    void letsNobodyMoveToAnotherOrganization() {
        denied(fixture.post(fixture.ann, "update-user?id=@/ann", "{'owner':'built-in','name':'ann','displayName':'x'}"));
        denied(fixture.post(fixture.boss, "update-user?id=@/ann", "{'owner':'built-in','name':'ann','displayName':'x'}"));
        denied(fixture.post(new Fixture().boss, "update-user?id=@/ann", "{'owner':'@','name':'ann','displayName':'x'}"));
    }

    @Test
    void keepsWhatTwoClientsWriteToDifferentColumns() {
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=title", "{'title':'T'}"));
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=bio_x,homepage", "{'homepage':'H'}"));
        assertEquals("T H", ann().getString("title") + " " + ann().getString("homepage"));
    }

    @Test
    void changesNoPasswordOfAUserWhoSendsOne() {
        affected(fixture.post(fixture.ann, "update-user?id=@/ann", "{'owner':'@','name':'ann','displayName':'x','password':'other-pw'}"));
        assertEquals("ok", fixture.post(fixture.boss, "check-user-password", "{'owner':'@','name':'ann','password':'pw-123456'}").getString("status"));
    }

    @Test
    void addsToTheBuiltInOrganizationOnlyWithConsent() {
        String text = fixture.post(TestServer.ROOT, "add-user", "{'owner':'built-in','name':'someone'}").getString("msg");
        assertEquals("adding a new user to the 'built-in' organization is currently disabled.", text.substring(0, text.indexOf('.') + 1));
    }
}
