package iam.war.resource;

import static iam.war.testing.Fixture.affected;
import static iam.war.testing.Fixture.denied;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.authn.Caller;
import iam.war.testing.Fixture;
import iam.war.testing.TestServer;
import jakarta.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who sees which secret. */
class MaskingTest {
    private final Fixture fixture = new Fixture();
    private final Fixture other = new Fixture();

    @Test
    void keepsManagedPasswordsForTheUserHimself() {
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=managedAccounts", "{'managedAccounts':[{'application':'a','username':'u','password':'secret'}]}"));
        assertEquals("secret", managedPassword(fixture.ann));
        assertEquals("***", managedPassword(fixture.boss));
        assertEquals("***", fixture.object(fixture.ann, "get-user?id=@/ann").getString("password"));
    }

    private String managedPassword(Caller caller) {
        return fixture.object(caller, "get-user?id=@/ann").getJsonArray("managedAccounts").getJsonObject(0).getString("password");
    }

    @Test
    void takesMasksBackInNestedObjects() {
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=managedAccounts", "{'managedAccounts':[{'application':'a','username':'u','password':'secret'}]}"));
        affected(fixture.post(fixture.boss, "update-user?id=@/ann&columns=managedAccounts", "{'managedAccounts':[{'application':'a','username':'u','password':'***','signinUrl':'x'}]}"));
        assertEquals("secret", managedPassword(fixture.ann));
    }

    @Test
    void leavesOutWhatASecondFactorDoesNotHave() {
        JsonObject factor = fixture.post(fixture.ann, "mfa/setup/initiate?owner=@&name=ann&mfaType=email", "").getJsonObject("data");
        assertEquals(Set.of("enabled", "isPreferred", "mfaType", "recoveryCodes", "mfaRememberInHours"), factor.keySet());
    }

    @Test
    void showsApplicationsToStrangersMasked() {
        JsonObject seen = fixture.object(Caller.ANONYMOUS, "get-application?id=admin/app-@");
        assertEquals("***", seen.getString("clientSecret"));
        assertEquals("***", seen.getJsonObject("organizationObj").getString("passwordType"));
        assertEquals(-1, seen.getInt("failedSigninLimit"));
        assertEquals("***", fixture.object(other.boss, "get-application?id=admin/app-@").getString("clientSecret"));
        assertEquals(40, fixture.object(fixture.boss, "get-application?id=admin/app-@").getString("clientSecret").length());
    }

    @Test
    void masksProvidersInsideOfApplications() {
        affected(fixture.post(fixture.boss, "add-provider", "{'owner':'@','name':'@-p','category':'OAuth','type':'GitHub','clientSecret':'s3'}"));
        affected(fixture.post(fixture.boss, "update-application?id=admin/app-@&columns=providers", "{'providers':[{'name':'@-p'}]}"));
        for (Caller caller : new Caller[] {fixture.boss, Caller.ANONYMOUS}) {
            JsonObject item = fixture.object(caller, "get-application?id=admin/app-@").getJsonArray("providers").getJsonObject(0);
            assertEquals("***", item.getJsonObject("provider").getString("clientSecret"));
        }
    }

    @Test
    void usesNoProviderOfAnotherOrganization() {
        affected(other.post(other.boss, "add-provider", "{'owner':'@','name':'" + fixture.organization + "-x','category':'OAuth','type':'GitHub'}"));
        affected(fixture.post(fixture.boss, "update-application?id=admin/app-@&columns=providers", "{'providers':[{'owner':'" + other.organization + "','name':'@-x'}]}"));
        assertTrue(fixture.object(fixture.boss, "get-application?id=admin/app-@").getJsonArray("providers").getJsonObject(0).isNull("provider"));
    }

    @Test
    void showsPrivateKeysOneAtATimeToTheirAdministrators() {
        affected(fixture.post(fixture.boss, "add-cert", "{'owner':'@','name':'@-c','cryptoAlgorithm':'ES256'}"));
        assertTrue(fixture.object(fixture.boss, "get-cert?id=@/@-c").getString("privateKey").startsWith("-----BEGIN EC PRIVATE KEY-----"));
        fixture.list(fixture.boss, "get-certs?owner=@").forEach(cert -> assertEquals("***", cert.asJsonObject().getString("privateKey")));
        denied(fixture.get(other.boss, "get-cert?id=@/@-c"));
        denied(fixture.get(fixture.boss, "get-cert?id=admin/cert-built-in"));
    }

    @Test
    void showsKeySecretsOnDemandToTheirUser() {
        affected(fixture.post(fixture.ann, "add-key", "{'owner':'@','name':'k','type':'User','user':'ann','accessSecret':'s3','state':'Active'}"));
        assertEquals("***", fixture.object(fixture.ann, "get-key?id=@/k").getString("accessSecret"));
        assertEquals("s3", fixture.object(fixture.ann, "get-key?id=@/k&withSecret=1").getString("accessSecret"));
        assertEquals("***", fixture.list(fixture.boss, "get-keys?owner=@&withSecret=1").getJsonObject(0).getString("accessSecret"));
        denied(fixture.post(fixture.ann, "add-key", "{'owner':'@','name':'k2','type':'User','user':'boss'}"));
        denied(fixture.post(fixture.boss, "add-key", "{'owner':'@','name':'k3','type':'Application','application':'app-@'}"));
    }

    @Test
    void filtersAndSortsByNoSecret() {
        assertEquals(2, fixture.list(fixture.boss, "get-users?owner=@&p=1&pageSize=9&field=password&value=nothing").size());
        assertEquals(2, fixture.list(fixture.boss, "get-users?owner=@&p=1&pageSize=9&sortField=password&sortOrder=ascend").size());
        Fixture.refused("object.GetSortedUsers() error: invalid sorter field: password", fixture.get(fixture.boss, "get-sorted-users?owner=@&sorter=password&limit=1"));
    }

    @Test
    void hashesMasterPasswords() {
        Fixture hashed = new Fixture(",'masterPassword':'master-1','passwordSalt':'x'");
        JsonObject seen = hashed.object(TestServer.ROOT, "get-organization?id=admin/@");
        assertEquals("***", seen.getString("masterPassword"));
        assertEquals("x", seen.getString("passwordSalt"));
        assertEquals("***", hashed.object(hashed.boss, "get-organization?id=admin/@").getString("passwordSalt"));
    }
}
