package iam.war.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.http.Client.Answer;
import iam.war.testing.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {
    private static final String ROOT = "username=built-in/admin&password=123";
    private static final String LOGIN = "{\"application\":\"app-built-in\",\"organization\":\"built-in\",\"username\":\"admin\",\"password\":\"123\",\"type\":\"login\"}";

    @Test
    void limitsSignInsByAddressAndAccount() {
        try (Server server = Server.start()) {
            int accepted = 0;
            Answer refused = new Client(server).post("/api/login", LOGIN);
            while (refused.status() == 200) {
                accepted++;
                refused = new Client(server).post("/api/login", LOGIN);
            }
            assertTrue(accepted >= 10 && accepted <= 20, "accepted " + accepted + ", in two minutes at the most");
            assertEquals(429, refused.status());
            assertTrue(refused.text().matches("\\{\"status\":\"error\",\"msg\":\"[^\"]+\"}"), refused.text());
            assertTrue(Integer.parseInt(refused.exchange().reply().headers().get("Retry-After")) > 0);
            assertEquals(200, new Client(server).at("192.0.2.8").post("/api/login", LOGIN).status());
            assertEquals(200, new Client(server).at("127.0.0.1").post("/api/login", LOGIN).status());
        }
    }

    @Test
    void takesNoSessionFromOriginsThatOnlyAnExemptedEndpointLetsIn() {
        try (Server server = Server.start()) {
            String session = new Client(server).post("/api/login", LOGIN).cookies();
            Answer own = new Client(server).header("Cookie", session).get("/api/userinfo");
            assertEquals(200, own.status());
            assertTrue(own.text().matches("\\{.*\"sub\":\"[^\"]+\".*"), own.text());
            Answer foreign = new Client(server).header("Cookie", session).header("Origin", "https://elsewhere.example").get("/api/userinfo");
            assertEquals(401, foreign.status());
            assertEquals(List.of("https://elsewhere.example"), foreign.headers("Access-Control-Allow-Origin"));
        }
    }

    @Test
    void knowsOriginsOfRedirectUrisAtOnce() {
        try (Server server = Server.start()) {
            String uris = "[\"https://spa.example/callback\",\"https://[a-z]+\\\\.apps\\\\.example/cb\"]";
            assertEquals(403, from(server, "https://spa.example"));
            new Client(server).post("/api/add-application?" + ROOT, "{\"owner\":\"admin\",\"name\":\"spa\",\"organization\":\"built-in\",\"redirectUris\":" + uris + "}");
            assertEquals(200, from(server, "https://spa.example"));
            assertEquals(200, from(server, "https://one.apps.example"));
            assertEquals(403, from(server, "https://one.apps.example:8443"));
            assertEquals(403, from(server, "https://elsewhere.example/.apps.example"));
            new Client(server).post("/api/delete-application?" + ROOT, "{\"owner\":\"admin\",\"name\":\"spa\",\"organization\":\"built-in\"}");
            assertEquals(403, from(server, "https://spa.example"));
        }
    }

    private static int from(Server server, String origin) {
        return new Client(server).header("Origin", origin).get("/api/health").status();
    }

    @Test
    void checksNamesInAllThatIsAddedOrUpdated() {
        try (Server server = Server.start()) {
            for (String path : List.of("add-role", "add-record", "update-role?id=built-in/none", "add-ticket-message?id=built-in/none")) {
                String text = new Client(server).post("/api/" + path + (path.indexOf('?') < 0 ? "?" : "&") + ROOT, "{\"owner\":\"built-in\",\"name\":\"a/b\"}").text();
                assertTrue(text.contains("forbidden characters"), path + ": " + text);
                assertTrue(new Client(server).post("/api/" + path, "{\"owner\":\"built-in\",\"name\":\"a/b\"}").text().contains("Unauthorized operation"), path);
            }
        }
    }

    @Test
    void goesOnWithTheSessionInWhichAPasswordHadToBeChanged() {
        String form = "userOwner=built-in&userName=admin&oldPassword=123&newPassword=";
        String type = "application/x-www-form-urlencoded";
        try (Server server = Server.start()) {
            String admin = new Client(server).get("/api/get-user?id=built-in/admin&" + ROOT).text();
            String user = admin.substring(admin.indexOf("\"data\":") + 7, admin.lastIndexOf(",\"data2\"")).replace("\"needUpdatePassword\":false", "\"needUpdatePassword\":true");
            assertTrue(new Client(server).post("/api/update-user?id=built-in/admin&" + ROOT, user).ok());
            Answer login = new Client(server).post("/api/login", LOGIN);
            assertTrue(login.text().contains("RequiredUpdatePassword"), login.text());
            assertFalse(new Client(server).header("Cookie", login.cookies()).get("/api/get-users?owner=built-in").ok());
            assertTrue(new Client(server).send("POST", "/api/set-password", type, form + "a+b").text().contains("blank space"));
            assertTrue(new Client(server).send("POST", "/api/set-password", type, form + "ab").text().contains("Please login first"));
            assertTrue(new Client(server).header("Cookie", login.cookies()).send("POST", "/api/set-password", type, form + "another-1").ok());
            assertTrue(new Client(server).header("Cookie", login.cookies()).get("/api/get-users?owner=built-in").ok());
        }
    }

    @Test
    void callsItsCookieAsTheOperatorWants() {
        try (Server server = Server.start(Map.of("iam.authn.session.cookie", "acme_session"))) {
            String session = new Client(server).post("/api/login", LOGIN).cookies();
            assertTrue(session.startsWith("acme_session="), session);
            assertTrue(new Client(server).header("Cookie", session).get("/api/get-account").ok());
            assertTrue(new Client(server).header("Cookie", session.replace("acme_session", "casdoor_session_id")).get("/api/get-account").ok());
            assertFalse(new Client(server).header("Cookie", session.replace("acme_session", "iam_session_id")).get("/api/get-account").ok());
        }
    }

    @Test
    void refusesCrossSiteWrites() {
        try (Server server = Server.start()) {
            String session = new Client(server).post("/api/login", LOGIN).cookies();
            assertTrue(new Client(server).header("Cookie", session).get("/api/get-account").ok());
            assertEquals(403, new Client(server).header("Cookie", session).header("Origin", "https://elsewhere.example").post("/api/delete-user", "{}").status());
            assertEquals(403, new Client(server).header("Origin", "https://elsewhere.example").post("/api/login", LOGIN).status());
            Answer sandboxed = new Client(server).header("Cookie", session).header("Origin", "null").post("/api/delete-user", "{\"owner\":\"built-in\",\"name\":\"x\"}");
            assertTrue(sandboxed.text().contains("Unauthorized operation"), sandboxed.text());
        }
    }

    @Test
    void changesNothingInDemoMode() {
        try (Server server = Server.start(Map.of("iam.demo-mode", "true"))) {
            assertTrue(new Client(server).post("/api/add-role?" + ROOT, "{\"owner\":\"built-in\",\"name\":\"x\"}").text().contains("Unauthorized operation"));
            assertTrue(new Client(server).get("/api/get-provider?id=admin/provider_captcha_default&withSecret=1&" + ROOT).text().contains("not allowed in demo mode"));
            assertTrue(new Client(server).post("/api/login", LOGIN).ok());
            Answer account = new Client(server).get("/api/get-account");
            assertTrue(account.headers("Set-Cookie").stream().anyMatch(cookie -> cookie.contains("\"isDemoMode\":true")));
        }
    }

    @Test
    void describesTheCaptchaOfAnApplication() {
        try (Server server = Server.start()) {
            String none = new Client(server).get("/api/get-captcha?applicationId=admin/app-built-in").text();
            assertTrue(none.contains("\"owner\":\"\",\"name\":\"\",\"type\":\"none\"") && none.contains("\"captchaImage\":null"), none);
            new Client(server).post("/api/add-application?" + ROOT, "{\"owner\":\"admin\",\"name\":\"shy\",\"organization\":\"built-in\",\"providers\":[{\"name\":\"provider_captcha_default\",\"rule\":\"Dynamic\"}]}");
            String image = new Client(server).get("/api/get-captcha?applicationId=admin/shy").text();
            assertTrue(image.contains("\"type\":\"Default\"") && image.contains("\"captchaImage\":\"iVBOR"), image);
        }
    }

    @Test
    void answersRealStatusCodesInStrictMode() {
        try (Server server = Server.start(Map.of("iam.strict-status", "true"))) {
            assertEquals(401, new Client(server).get("/api/get-account").status());
            assertEquals(401, new Client(server).get("/api/get-users?owner=built-in").status());
            assertEquals(401, new Client(server).get("/api/health?accessToken=none").status());
            assertEquals(400, new Client(server).get("/api/get-user?id=malformed&" + ROOT).status());
            assertEquals(200, new Client(server).get("/api/health").status());
        }
    }

    @Test
    void tellsCodesToThoseWhoAsk() {
        try (Server server = Server.start()) {
            assertTrue(new Client(server).header("X-Error-Code", "1").get("/api/get-account").text().endsWith(",\"code\":\"please_login_first\"}"));
            assertTrue(new Client(server).header("X-Error-Code", "1").get("/api/get-users").text().endsWith(",\"code\":\"unauthorized_operation\"}"));
            assertFalse(new Client(server).get("/api/get-account").text().contains("\"code\""));
        }
    }

    @Test
    void masksErrorsWhereTheOperatorWantsIt() {
        try (Server server = Server.start(Map.of("iam.error-mask", "true"))) {
            String text = new Client(server).post("/api/login", LOGIN.replace("\"admin\"", "\"nobody\"")).text();
            assertTrue(text.contains("password or code is incorrect\""), text);
            for (String name : List.of("nobody", "admin")) {
                text = new Client(server).get("/api/health?username=built-in/" + name + "&password=wrong").text();
                assertTrue(text.contains("password or code is incorrect\""), text);
            }
            String root = "?username=built-in/admin&password=123";
            new Client(server).post("/api/add-application" + root, "{\"owner\":\"admin\",\"name\":\"app-ldap\",\"organization\":\"built-in\",\"signinMethods\":[{\"name\":\"LDAP\"}]}");
            text = new Client(server).post("/api/login", LOGIN.replace("app-built-in", "app-ldap").replace("{", "{\"signinMethod\":\"LDAP\",")).text();
            assertTrue(text.contains("password or code is incorrect\""), text);
        }
        try (Server server = Server.start(Map.of("iam.error-mask2", "true"))) {
            String text = new Client(server).header("Accept-Language", "fr").get("/api/get-account").text();
            assertTrue(text.contains("\"msg\":\"Erreur\"") && text.contains("Please login first"), text);
            assertTrue(new Client(server).get("/api/get-users").text().contains("Unauthorized operation"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/metrics", "/API/health", "/some/page"})
    void showsAPageOutsideOfTheApi(String path) {
        try (Server server = Server.start()) {
            Answer page = new Client(server).get(path);
            assertEquals(200, page.status());
            assertTrue(page.text().startsWith("<!DOCTYPE html>") && !page.text().contains("<script"));
        }
    }
}
