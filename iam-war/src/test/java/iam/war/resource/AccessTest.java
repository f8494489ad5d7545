package iam.war.resource;

import static iam.war.testing.Fixture.affected;
import static iam.war.testing.Fixture.denied;
import static iam.war.testing.Fixture.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.authn.Caller;
import iam.war.testing.Fixture;
import iam.war.testing.TestServer;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what, where the rule is not the plain one. */
class AccessTest {
    private final Fixture fixture = new Fixture();
    private final Fixture other = new Fixture();

    @Test
    void showsRecordsOfTheOwnOrganizationOnly() {
        affected(fixture.post(fixture.boss, "add-record", "{'organization':'@','action':'@-x'}"));
        denied(fixture.post(other.boss, "add-record", "{'organization':'@','action':'@-x'}"));
        assertEquals(1, fixture.list(fixture.boss, "get-records?organizationName=" + other.organization).size());
        assertEquals(0, fixture.list(other.boss, "get-records?organizationName=@").size());
        String example = fixture.text("{'action':'@-x'}");
        assertEquals(0, other.post(other.boss, "get-records-filter", example).getJsonArray("data").size());
        assertEquals(1, fixture.post(fixture.boss, "get-records-filter", example).getJsonArray("data").size());
        refused("this operation requires administrator to perform", fixture.get(fixture.ann, "get-records"));
        refused("Please login first", fixture.get(Caller.ANONYMOUS, "get-records"));
    }

    @Test
    void showsFilesToTheirUser() {
        affected(fixture.post(fixture.boss, "add-resource", "{'owner':'@','name':'f','user':'boss'}"));
        assertEquals(0, fixture.list(fixture.ann, "get-resources?owner=@").size());
        assertEquals(0, fixture.list(fixture.ann, "get-resources?owner=@&user=boss").size());
        assertEquals(1, fixture.list(fixture.boss, "get-resources?owner=@").size());
        denied(fixture.get(other.boss, "get-resources?owner=@"));
        denied(fixture.get(fixture.boss, "get-resource?id=@/f"));
    }

    @Test
    void findsTheOwnUserOfANumber() {
        Fixture third = new Fixture();
        for (Fixture each : List.of(other, third, fixture)) {
            affected(each.post(each.boss, "update-user?id=@/ann&columns=phone,countryCode", "{'phone':'2015550142','countryCode':'US'}"));
        }
        assertEquals(third.organization, third.object(third.boss, "get-user?phone=2015550142").getString("owner"));
        assertTrue(fixture.get(fixture.boss, "get-user").isNull("data"));
        assertEquals("ok", fixture.get(fixture.boss, "get-user").getString("status"));
    }

    @Test
    void showsOrdersToTheirUser() {
        affected(fixture.post(fixture.boss, "add-order", "{'owner':'@','name':'o1','user':'ann'}"));
        affected(fixture.post(fixture.boss, "add-order", "{'owner':'@','name':'o2','user':'boss'}"));
        assertEquals(1, fixture.list(fixture.ann, "get-orders?owner=@").size());
        assertEquals("o1", fixture.object(fixture.ann, "get-order?id=@/o1").getString("name"));
        denied(fixture.get(fixture.ann, "get-order?id=@/o2"));
        denied(fixture.get(other.ann, "get-orders?owner=@"));
    }

    @Test
    void listsPaymentsAndSubscriptionsForAdministrators() {
        for (String type : new String[] {"payment", "subscription"}) {
            affected(fixture.post(fixture.boss, "add-" + type, "{'owner':'@','name':'p1','user':'ann'}"));
            assertEquals(1, fixture.list(fixture.boss, "get-" + type + "s?owner=@").size());
            assertEquals("p1", fixture.object(fixture.ann, "get-" + type + "?id=@/p1").getString("name"));
            denied(fixture.get(fixture.ann, "get-" + type + "s?owner=@"));
        }
    }

    @Test
    void refusesMalformedIdsBeforeCallers() {
        for (String type : new String[] {"key", "order", "payment", "subscription", "transaction", "role"}) {
            refused("GetOwnerAndNameFromId() error, wrong token count for ID: bad", fixture.get(Caller.ANONYMOUS, "get-" + type + "?id=bad"));
            refused("GetOwnerAndNameFromId() error, wrong token count for ID: ", fixture.get(Caller.ANONYMOUS, "get-" + type));
            denied(fixture.get(Caller.ANONYMOUS, "get-" + type + "?id=@/x"));
        }
    }

    @Test
    void addsKeysToTheOwnOrganizationOnly() {
        affected(fixture.post(fixture.boss, "add-key", "{'owner':'@','name':'k1','type':'Organization','organization':'@'}"));
        affected(fixture.post(fixture.ann, "add-key", "{'owner':'@','name':'k2','type':'User','organization':'@','user':'ann'}"));
        String elsewhere = ",'organization':'" + other.organization + "'}";
        denied(fixture.post(fixture.boss, "add-key", "{'owner':'@','name':'k3','type':'Organization'" + elsewhere));
        denied(fixture.post(fixture.boss, "update-key?id=@/k1", "{'owner':'@','name':'k1','type':'Organization'" + elsewhere));
        denied(fixture.post(fixture.ann, "add-key", "{'owner':'@','name':'k4','type':'User','user':'ann'" + elsewhere));
        affected(fixture.post(TestServer.ROOT, "add-key", "{'owner':'@','name':'k5','type':'Organization'" + elsewhere));
    }

    @Test
    void takesIdentitiesOffAccounts() {
        affected(fixture.post(fixture.boss, "add-provider", "{'owner':'@','name':'hub','category':'OAuth','type':'GitHub'}"));
        affected(fixture.post(fixture.boss, "add-application", "{'owner':'admin','name':'link-@','organization':'@','providers':[{'name':'hub','canUnlink':true}]}"));
        affected(fixture.post(fixture.boss, "add-user", "{'owner':'@','name':'linked','displayName':'L','signupApplication':'link-@','github':'7','google':'8',"
                + "'properties':{'oauth_GitHub_id':'7','oauth_Google_id':'8'}}"));
        Caller linked = TestServer.member(fixture.organization, "linked");
        String hub = "{'providerType':'GitHub','user':{'owner':'@','name':'linked'}}";
        refused("Please login first", fixture.post(Caller.ANONYMOUS, "unlink", hub));
        denied(fixture.post(fixture.ann, "unlink", hub));
        denied(fixture.post(other.boss, "unlink", fixture.text(hub)));
        refused("This provider can't be unlinked", fixture.post(linked, "unlink", "{'providerType':'Google'}"));
        refused("the provider: Password does not exist", fixture.post(linked, "unlink", "{'providerType':'Password'}"));
        assertEquals("ok", fixture.post(linked, "unlink", "{'providerType':'GitHub'}").getString("status"));
        refused("Please link first", fixture.post(fixture.boss, "unlink", hub));
        assertEquals("ok", fixture.post(fixture.boss, "unlink", hub.replace("GitHub", "Google")).getString("status"));
        JsonObject left = fixture.object(fixture.boss, "get-user?id=@/linked");
        assertEquals("", left.getString("github") + left.getString("google"));
        assertEquals(0, left.getJsonObject("properties").size());
    }

    @Test
    void asksToSignInForSecretsOfAProvider() {
        JsonObject answer = fixture.get(Caller.ANONYMOUS, "get-provider?id=admin/provider_captcha_default&withSecret=1");
        refused("Please login first", answer);
        assertEquals("Please login first", answer.getString("data"));
        refused("this operation requires administrator to perform", fixture.get(fixture.ann, "get-provider?id=admin/provider_captcha_default&withSecret=1"));
    }

    @Test
    void letsAnAdministratorEditHisOrganizationWithinLimits() {
        affected(fixture.post(fixture.boss, "update-organization?id=admin/@", "{'owner':'admin','name':'elsewhere','displayName':'D','navItems':['x'],'orgBalance':5}"));
        assertEquals("D", fixture.object(TestServer.ROOT, "get-organization?id=admin/@").getString("displayName"));
        assertEquals(0, fixture.object(TestServer.ROOT, "get-organization?id=admin/@").getInt("orgBalance"));
        denied(fixture.post(fixture.boss, "delete-organization", "{'owner':'admin','name':'@'}"));
        denied(fixture.post(other.boss, "update-organization?id=admin/@", "{'owner':'admin','name':'@'}"));
    }

    @Test
    void countsOnlyPermissionsOfTheOwnOrganization() {
        affected(other.post(other.boss, "add-role", "{'owner':'@','name':'r','users':['" + fixture.organization + "/ann']}"));
        assertEquals(0, fixture.object(fixture.boss, "get-user?id=@/ann").getJsonArray("roles").size());
    }

    @Test
    void keepsBuiltInRows() {
        denied(fixture.post(TestServer.ROOT, "delete-user", "{'owner':'built-in','name':'admin'}"));
        assertEquals("Unaffected", fixture.post(TestServer.ROOT, "delete-organization", "{'owner':'admin','name':'built-in'}").getString("data"));
        assertEquals("Unaffected", fixture.post(TestServer.ROOT, "delete-application", "{'owner':'admin','name':'app-built-in','organization':'built-in'}").getString("data"));
    }

    @Test
    void addsANameOnce() {
        affected(fixture.post(fixture.boss, "add-role", "{'owner':'@','name':'twice'}"));
        refused(fixture.text("role @/twice already exists"), fixture.post(fixture.boss, "add-role", "{'owner':'@','name':'twice'}"));
        affected(fixture.post(fixture.boss, "add-role", "{'owner':'@','name':'Twice'}"));
        refused("The name should not be empty", fixture.post(fixture.boss, "add-role", "{'owner':'@','name':''}"));
    }
}
