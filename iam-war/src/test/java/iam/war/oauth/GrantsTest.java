package iam.war.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.http.Client;
import iam.war.http.Client.Answer;
import iam.war.testing.Server;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the OAuth endpoints that a single request does not show (contract: oauth.md sections 2 and 5). */
class GrantsTest {
    private static final String ROOT = "?username=built-in/admin&password=123";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String CALLBACK = "https://rp.example.org/cb";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
        add("organization", "{'owner':'admin','name':'org','displayName':'O','passwordType':'plain'}");
        add("organization", "{'owner':'admin','name':'other','displayName':'O','passwordType':'plain'}");
        application("app", "org", "'scopes':[{'name':'files:read'},{'name':'files:write'}]");
        application("asking", "org", "'customScopes':[{'scope':'calendar'}]");
        application("short", "org", "'expireInHours':0.0003");
        application("shared", "built-in", "'isShared':true");
        application("tenant", "other", "'tags':[]");
        user("org");
        user("other");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void application(String name, String organization, String more) {
        add("application", "{'owner':'admin','name':'" + name + "','organization':'" + organization + "','cert':'cert-built-in','clientId':'" + name + "','clientSecret':'secret','expireInHours':1,"
                + "'refreshExpireInHours':1,'redirectUris':['" + CALLBACK + "'],'grantTypes':['password','client_credentials','refresh_token','" + DEVICE + "','" + EXCHANGE + "'],"
                + "'signinMethods':[{'name':'Password'},{'name':'Device login'}]," + more + "}");
    }

    private static void user(String organization) {
        add("user", "{'owner':'" + organization + "','name':'ann','displayName':'Ann','password':'pw-123456'}");
    }

    private static void add(String entity, String json) {
        Answer answer = new Client(server).post("/api/add-" + entity + ROOT, json.replace('\'', '"'));
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    private static Answer send(String path, String form) {
        return new Client(server).send("POST", path, FORM, form);
    }

    private static Answer token(String form) {
        return send("/api/login/oauth/access_token", form);
    }

    private static String member(String name, Answer answer) {
        assertTrue(answer.text().contains('"' + name + '"'), answer.text());
        return answer.text().replaceFirst("(?s).*\"" + name + "\": ?\"([^\"]*)\".*", "$1");
    }

    private static Answer signIn(Client client, String application, String organization, String type, String query, String more) {
        return client.post("/api/login?" + query, ("{'type':'" + type + "','application':'" + application + "','organization':'" + organization + "','username':'ann','password':'pw-123456'" + more + "}")
                .replace('\'', '"'));
    }

    private static String code(String more) {
        return member("data", signIn(new Client(server), "app", "org", "code", "clientId=app&responseType=code&redirectUri=" + CALLBACK + "&scope=openid" + more, ""));
    }

    private static boolean active(String application, String token) {
        return send("/api/login/oauth/introspect", "client_id=" + application + "&client_secret=secret&token=" + token).text().contains("\"active\":true");
    }

    @ParameterizedTest
    @CsvSource({"'',wrong,'',invalid_request", "nonsense,wrong,'',invalid_grant", "challenged,wrong,bad,invalid_grant", "plain,wrong,'',invalid_client", "plain,'','',invalid_client"})
    void judgesACodeBeforeTheSecret(String kind, String secret, String verifier, String error) {
        String code = kind.equals("challenged") ? code("&code_challenge_method=S256&code_challenge=" + CHALLENGE) : kind.equals("plain") ? code("") : kind;
        assertEquals(error, member("error", token("grant_type=authorization_code&client_id=app&client_secret=" + secret + "&code=" + code + "&code_verifier=" + verifier)));
    }

    @Test
    void aSecondUseOfACodeEndsWhatItsTokensWereExchangedFor() {
        String first = "grant_type=authorization_code&client_id=app&client_secret=secret&code=" + code("");
        Answer next = token("grant_type=refresh_token&client_id=app&client_secret=secret&refresh_token=" + member("refresh_token", token(first)));
        assertTrue(active("app", member("access_token", next)));
        assertEquals("invalid_grant", member("error", token(first)));
        assertFalse(active("app", member("access_token", next)));
    }

    @Test
    void aRefreshTokenOutlivesItsAccessToken() throws Exception {
        Answer pair = token("grant_type=password&client_id=short&client_secret=secret&username=ann&password=pw-123456");
        Thread.sleep(2100);
        assertFalse(active("short", member("access_token", pair)));
        assertTrue(active("short", member("refresh_token", pair)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"files:read,files:write|''", "files:.{4,5}|files:read files:write", "openid files:read|openid files:read"})
    void scopesAreSeparatedByBlanks(String asked, String granted) {
        Answer answer = token("grant_type=client_credentials&client_id=app&client_secret=secret&scope=" + asked.replace(" ", "%20"));
        assertEquals(granted.isEmpty() ? "invalid_scope" : granted, member(granted.isEmpty() ? "error" : "scope", answer));
    }

    @Test
    void aSharedApplicationActsForOneOrganizationOnly() {
        String token = member("access_token", token("grant_type=client_credentials&client_id=shared-org-org&client_secret=secret"));
        Client client = new Client(server).header("Authorization", "Bearer " + token);
        assertTrue(client.get("/api/get-users?owner=org").ok());
        assertFalse(client.get("/api/get-users?owner=built-in").ok());
        assertFalse(client.get("/api/get-users?owner=other").ok());
        assertTrue(signIn(new Client(server), "shared-org-org", "org", "login", "", "").ok());
        assertFalse(signIn(new Client(server), "shared-org-org", "other", "login", "", "").ok());
        assertFalse(signIn(new Client(server), "shared", "other", "token", "clientId=shared-org-org", "").ok());
        assertTrue(signIn(new Client(server), "shared", "other", "login", "", "").ok());
    }

    @Test
    void aTokenRowMakesNobodyTheApplicationOfAnotherOrganization() {
        for (String application : new String[] {"app-built-in", "shared", "tenant"}) {
            Answer added = new Client(server).post("/api/add-token?clientId=app&clientSecret=secret", ("{'owner':'admin','name':'made-" + application + "','application':'" + application
                    + "','organization':'org','user':'" + application + "','grantType':'client_credentials','accessToken':'made-" + application + "','expiresIn':1000,'createdTime':'" + Instant.now() + "'}")
                    .replace('\'', '"'));
            assertTrue(added.ok(), added.text());
            Client client = new Client(server).header("Authorization", "Bearer made-" + application);
            assertFalse(client.get("/api/get-users?owner=built-in").ok());
            assertFalse(client.get("/api/get-users?owner=other").ok());
        }
    }

    private static void addToken(String name, String organization, String more) {
        add("token", "{'owner':'admin','name':'" + name + "','organization':'" + organization + "','user':'ann','createdTime':'" + Instant.now() + "','expiresIn':1000," + more + "}");
    }

    @Test
    void aSecondUseOfAnAddedCodeEndsNoOtherToken() {
        addToken("theirs", "other", "'application':'tenant','accessToken':'theirs'");
        addToken("used", "org", "'application':'app','code':'used','codeIsUsed':true");
        assertEquals("invalid_grant", member("error", token("grant_type=authorization_code&client_id=app&client_secret=secret&code=used")));
        assertTrue(active("tenant", "theirs"));
    }

    @Test
    void nobodyTakesTheIdOfASharedApplication() {
        application("shared-org-other", "org", "'orgChoiceMode':'Select'");
        assertEquals("org", member("organization", new Client(server).get("/api/get-application" + ROOT + "&id=admin/shared-org-other")));
        String token = member("access_token", token("grant_type=client_credentials&client_id=shared-org-other&client_secret=secret"));
        assertTrue(new Client(server).header("Authorization", "Bearer " + token).get("/api/get-users?owner=other").ok());
        assertFalse(signIn(new Client(server), "shared-org-other", "org", "login", "", "").ok());
    }

    @Test
    void aPatternDoesNotGoAroundConsent() {
        application("patterns", "org", "'scopes':[{'name':'mail:read'}],'customScopes':[{'scope':'mail:read','displayName':'Read your mail'}]");
        String query = "clientId=patterns&responseType=code&redirectUri=" + CALLBACK + "&scope=mail:.*";
        Answer asked = signIn(new Client(server), "patterns", "org", "code", query, "");
        assertTrue(asked.text().contains("\"required\":true"), asked.text());
        Client browser = new Client(server).header("Cookie", asked.cookies());
        String page = browser.get("/login/oauth/authorize?client_id=patterns&response_type=code&redirect_uri=" + CALLBACK + "&scope=mail:.*").text();
        assertTrue(page.contains("<li>Read your mail</li>"), page);
        Answer granted = browser.post("/api/grant-consent", ("{'application':'admin/patterns','grantedScopes':[],'clientId':'patterns','redirectUri':'" + CALLBACK + "','scope':'openid mail:.*'}")
                .replace('\'', '"'));
        assertEquals("openid", member("scope", token("grant_type=authorization_code&client_id=patterns&client_secret=secret&code=" + member("data", granted))));
    }

    @Test
    void aDeviceAsksForConsent() {
        Answer begun = send("/api/device-auth", "client_id=asking&scope=openid%20calendar");
        String approve = ",'userCode':'" + member("user_code", begun) + "'";
        Answer asked = signIn(new Client(server), "asking", "org", "device", "", approve);
        assertTrue(asked.text().contains("\"required\":true"), asked.text());
        String poll = "grant_type=" + DEVICE + "&client_id=asking&device_code=" + member("device_code", begun);
        assertEquals("authorization_pending", member("error", token(poll)));
        Client browser = new Client(server).header("Cookie", asked.cookies());
        assertTrue(browser.post("/api/grant-consent", ("{'application':'admin/asking','grantedScopes':['calendar'],'clientId':'asking','redirectUri':'" + CALLBACK + "','scope':'openid calendar','challenge':'null'}")
                .replace('\'', '"')).ok());
        assertEquals("org/ann", member("data", signIn(new Client(server), "asking", "org", "device", "", approve)));
        assertEquals("openid calendar", member("scope", token(poll)));
    }

    @Test
    void whoHasToChangeHisPasswordGetsNothingWithoutIt() {
        add("user", "{'owner':'org','name':'bob','displayName':'Bob','password':'pw-123456'}");
        String subject = member("access_token", token("grant_type=password&client_id=asking&client_secret=secret&username=bob&password=pw-123456"));
        Answer signedIn = new Client(server).post("/api/login", "{'type':'login','application':'asking','organization':'org','username':'bob','password':'pw-123456'}".replace('\'', '"'));
        assertTrue(new Client(server).post("/api/update-user" + ROOT + "&id=org/bob&columns=needUpdatePassword", "{\"needUpdatePassword\":true}").ok());
        Client browser = new Client(server).header("Cookie", signedIn.cookies());
        String query = "client_id=asking&response_type=code&redirect_uri=" + CALLBACK + "&scope=openid";
        assertEquals(200, browser.get("/login/oauth/authorize?" + query).status());
        assertFalse(browser.post("/api/grant-consent", ("{'application':'admin/asking','grantedScopes':['calendar'],'clientId':'asking','redirectUri':'" + CALLBACK + "','scope':'calendar'}")
                .replace('\'', '"')).ok());
        assertEquals("invalid_grant", member("error", token("grant_type=" + EXCHANGE + "&client_id=asking&client_secret=secret&subject_token=" + subject)));
    }

    @Test
    void aTokenThatIsNotBoundIsNoDpopToken() {
        String token = member("access_token", token("grant_type=password&client_id=app&client_secret=secret&username=ann&password=pw-123456"));
        assertEquals(200, new Client(server).header("Authorization", "Bearer " + token).get("/api/userinfo").status());
        assertEquals(401, new Client(server).header("Authorization", "DPoP " + token).get("/api/userinfo").status());
    }

    @Test
    void aUserOfThisServerDoesNotSignInByLdap() {
        application("directory", "org", "'tags':[]");
        Answer updated = new Client(server).post("/api/update-application" + ROOT + "&id=admin/directory&columns=signinMethods", "{\"signinMethods\":[{\"name\":\"LDAP\"}]}");
        assertTrue(updated.text().contains("Affected"), updated.text());
        assertEquals("The user: ann doesn't exist in LDAP server", member("msg", signIn(new Client(server), "directory", "org", "login", "", ",'signinMethod':'LDAP'")));
    }

    @Test
    void aHintOfAnotherClientSignsNobodyOut() {
        String token = member("access_token", token("grant_type=password&client_id=app&client_secret=secret&username=ann&password=pw-123456"));
        assertEquals("Invalid client_id", member("msg", new Client(server).get("/api/logout?client_id=tenant&id_token_hint=" + token)));
        assertTrue(active("app", token));
        assertTrue(new Client(server).get("/api/logout?client_id=app&id_token_hint=" + token).ok());
        assertFalse(active("app", token));
    }

    @Test
    void aTokenOfAnApplicationNamesItById() {
        String token = member("access_token", token("grant_type=client_credentials&client_id=app&client_secret=secret"));
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertTrue(claims.contains("\"id\":\"admin/app\"") && claims.contains("\"sub\":\"admin/app\""), claims);
    }

    @Test
    void metadataOfAResourceStandsAtThePathOfRfc9728() {
        Answer answer = new Client(server).get("/.well-known/oauth-protected-resource/.well-known/app");
        assertEquals("http://localhost/.well-known/app", member("resource", answer));
        assertEquals(404, new Client(server).get("/.well-known/oauth-protected-resource/.well-known/nobody").status());
    }
}
