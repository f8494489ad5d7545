package iam.war.enforce;

import static iam.war.testing.Fixture.affected;
import static iam.war.testing.Fixture.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.war.testing.Fixture;
import jakarta.json.JsonArray;
import org.junit.jupiter.api.Test;

/** Which error wins, and what the lists of a user's rights hold. */
class EnforceOperationsTest {
    private final Fixture fixture = new Fixture();

    private void permission(String name, String more) {
        affected(fixture.post(fixture.boss, "add-permission", "{'owner':'@','name':'" + name + "','users':['@/ann'],'resources':['" + name + "'],'actions':['" + name + "']" + more + "}"));
    }

    @Test
    void tellsTooManySelectorsBeforeAnEmptyBody() {
        for (String call : new String[] {"enforce", "batch-enforce"}) {
            refused("Only one of the parameters (permissionId, modelId, resourceId, enforcerId, owner) should be provided", fixture.post(fixture.boss, call + "?owner=@&modelId=@/m", ""));
            refused("The request body should not be empty", fixture.post(fixture.boss, call + "?owner=@&modelId=", ""));
            refused("Missing parameter", fixture.post(fixture.boss, call + "?owner=&modelId=", "[]"));
        }
    }

    @Test
    void listsWhatPermissionsInEffectGive() {
        permission("p1", ",'isEnabled':true,'state':'Approved'");
        permission("p2", ",'isEnabled':false,'state':'Approved'");
        permission("p3", ",'isEnabled':true,'state':'Pending'");
        permission("p4", ",'isEnabled':true,'expireTime':'2020-01-01T00:00:00Z'");
        for (String call : new String[] {"get-all-objects", "get-all-actions"}) {
            JsonArray held = fixture.list(fixture.ann, call);
            assertEquals("[\"p1\"]", held.toString());
        }
    }

    @Test
    void namesThePoliciesInOrder() {
        affected(fixture.post(fixture.boss, "add-adapter", "{'owner':'@','name':'a'}"));
        affected(fixture.post(fixture.boss, "add-model", "{'owner':'@','name':'m','modelText':'[request_definition]\\nr = sub, obj, act\\n[policy_definition]\\np = sub, obj, act\\n"
                + "[policy_effect]\\ne = some(where (p.eft == allow))\\n[matchers]\\nm = r.sub == p.sub'}"));
        affected(fixture.post(fixture.boss, "add-enforcer", "{'owner':'@','name':'e','model':'@/m','adapter':'@/a'}"));
        affected(fixture.post(fixture.boss, "add-policy?id=@/e", "{'Ptype':'p','V0':'x','V1':'y','V2':'z'}"));
        assertEquals("[{\"Id\":1,\"Ptype\":\"p\",\"V0\":\"x\",\"V1\":\"y\",\"V2\":\"z\",\"V3\":\"\",\"V4\":\"\",\"V5\":\"\"}]", fixture.list(fixture.boss, "get-policies?id=@/e").toString());
        refused("the adapter: " + fixture.organization + "/b for enforcer: " + fixture.organization + "/e is not found", fixture.get(fixture.boss, "get-policies?id=@/e&adapterId=@/b"));
    }
}
