package iam.war.resource;

import static iam.war.testing.Fixture.affected;
import static iam.war.testing.Fixture.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.testing.Fixture;
import iam.war.testing.TestServer;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows a rename or a deletion, by exact references. */
class CascadeTest {
    private final Fixture fixture = new Fixture();

    @BeforeEach
    void prepare() {
        fixture.user("ann2", "");
        affected(fixture.post(fixture.boss, "add-group", "{'owner':'@','name':'@-g','parentId':'@'}"));
        affected(fixture.post(fixture.boss, "add-role", "{'owner':'@','name':'r','users':['@/ann','@/ann2'],'groups':['@/@-g'],'isEnabled':true}"));
        affected(fixture.post(fixture.boss, "add-permission", "{'owner':'@','name':'p','users':['@/ann'],'roles':['@/r']}"));
    }

    private String list(String noun, String name, String field) {
        return fixture.object(TestServer.ROOT, "get-" + noun + "?id=@/" + name).getJsonArray(field).toString();
    }

    @Test
    void followsTheRenameOfAUser() {
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=name", "{'name':'eve'}"));
        assertEquals(fixture.text("['@/eve','@/ann2']"), list("role", "r", "users"));
        assertEquals(fixture.text("['@/eve']"), list("permission", "p", "users"));
    }

    @Test
    void forgetsADeletedUser() {
        affected(fixture.post(fixture.boss, "add-token", "{'owner':'admin','name':'@-t','organization':'@','user':'ann','accessToken':'@-secret','expiresIn':3600,'application':'app-@'}"));
        affected(fixture.post(fixture.boss, "add-key", "{'owner':'@','name':'k','type':'User','user':'ann'}"));
        affected(fixture.post(fixture.boss, "delete-user", "{'owner':'@','name':'ann'}"));
        assertEquals(fixture.text("['@/ann2']"), list("role", "r", "users"));
        assertEquals("[]", list("permission", "p", "users"));
        assertEquals(0, fixture.object(fixture.boss, "get-token?id=admin/@-t").getInt("expiresIn"));
        assertTrue(fixture.list(fixture.boss, "get-keys?owner=@").isEmpty());
    }

    @Test
    void endsTheTokensOfAForbiddenUser() {
        affected(fixture.post(fixture.boss, "add-token", "{'owner':'admin','name':'@-t','organization':'@','user':'ann','accessToken':'@-secret','expiresIn':3600}"));
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=isForbidden", "{'isForbidden':true}"));
        assertEquals(0, fixture.object(fixture.boss, "get-token?id=admin/@-t").getInt("expiresIn"));
    }

    @Test
    void followsTheRenameOfAnOrganization() {
        affected(fixture.post(TestServer.ROOT, "add-record", "{'organization':'@','name':'@-r'}"));
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=groups", "{'groups':['@/@-g']}"));
        JsonObject organization = fixture.object(TestServer.ROOT, "get-organization?id=admin/@");
        affected(TestServer.get().post(TestServer.ROOT, fixture.text("update-organization?id=admin/@"),
                organization.toString().replace("\"name\":\"" + fixture.organization + "\"", "\"name\":\"" + fixture.organization + "x\"")));
        String name = fixture.organization + "x";
        TestServer server = TestServer.get();
        assertEquals("[\"" + name + "/ann\",\"" + name + "/ann2\"]", server.get(TestServer.ROOT, "get-role?id=" + name + "/r").getJsonObject("data").getJsonArray("users").toString());
        assertEquals("[\"" + name + "/" + fixture.organization + "-g\"]", server.get(TestServer.ROOT, "get-user?id=" + name + "/ann").getJsonObject("data").getJsonArray("groups").toString());
        assertEquals(name, server.get(TestServer.ROOT, "get-application?id=admin/app-" + fixture.organization).getJsonObject("data").getString("organization"));
        assertTrue(fixture.list(TestServer.ROOT, "get-records?organizationName=@").isEmpty());
        JsonObject record = server.get(TestServer.ROOT, "get-records?organizationName=" + name).getJsonArray("data").getJsonObject(0);
        assertEquals(List.of(name, name), List.of(record.getString("owner"), record.getString("organization")));
    }

    @Test
    void followsTheRenameOfAGroup() {
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=groups", "{'groups':['@/@-g']}"));
        affected(fixture.post(fixture.boss, "update-group?id=@/@-g", "{'owner':'@','name':'@-h','parentId':'@'}"));
        assertEquals(fixture.text("['@/@-h']"), list("role", "r", "groups"));
        assertEquals(fixture.text("['@/ann']"), list("group", "@-h", "users"));
    }

    @Test
    void deletesNoGroupThatIsUsed() {
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=groups", "{'groups':['@/@-g']}"));
        refused("group has users", fixture.post(fixture.boss, "delete-group", "{'owner':'@','name':'@-g'}"));
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=groups", "{'groups':[]}"));
        affected(fixture.post(fixture.boss, "add-group", "{'owner':'@','name':'@-c','parentId':'@-g'}"));
        refused("group has children group", fixture.post(fixture.boss, "delete-group", "{'owner':'@','name':'@-g'}"));
    }

    @Test
    void keepsNamesThatMeanSomethingElse() {
        refused("The value of name is invalid", fixture.post(TestServer.ROOT, "add-organization", "{'owner':'admin','name':'admin'}"));
        affected(fixture.post(fixture.boss, "add-cert", "{'owner':'@','name':'@-cert','certificate':'x','privateKey':'y'}"));
        refused(fixture.text("cert @-cert already exists"), new Fixture().post(TestServer.ROOT, "add-cert", "{'owner':'@','name':'" + fixture.organization + "-cert','certificate':'x'}"));
    }
}
