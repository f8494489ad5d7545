package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample plugins, built outside of the reactor and dropped into the providers directory of a server. */
class SamplesTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String ADMIN = "username=built-in/admin&password=123";

    @TempDir
    Path directory;

    @Test
    void workEmbedded() throws Exception {
        work(Container.EMBEDDED);
    }

    @Test
    void areExchangedWithoutARestart() throws Exception {
        try (Server server = Server.of(Container.EMBEDDED).environment("IAM_AUTHN_SIGNED_HEADER_KEY", KEY).environment("IAM_PROVIDERS_RELOAD", "true")) {
            Path plugins = server.data().resolve("providers");
            Sample.build(Path.of("samples/header-authn"), plugins);
            Http http = server.start().http();
            for (int i = 0; i < 50; i++) {
                String user = signed("built-in/admin", Instant.now(), "POST\n/api/reload-plugin");
                assertTrue(http.post("/api/reload-plugin?id=signed-header", "", "X-Signed-User", user).text().contains("\"Affected\""));
            }
            authenticates(http);
            assertEquals("error", Json.object(http.post("/api/reload-plugin?id=signed-header", "")).getString("status"));
            try (Management management = new Management(server.pid())) {
                assertEquals(1, management.settled("iam.war.provider.PluginLoader", 1), server::log);
            }
        }
    }

    @Slow
    @ParameterizedTest
    @EnumSource(names = {"TOMCAT10", "TOMCAT11", "JETTY12"})
    void workInContainers(Container container) throws Exception {
        work(container);
    }

    private void work(Container container) throws Exception {
        Path lines = directory.resolve("lines");
        try (Server server = Server.of(container)) {
            server.environment("IAM_AUTHN_SIGNED_HEADER_KEY", KEY).environment("IAM_NOTIFICATION_FILE_PATH", lines.toString());
            Path plugins = server.data().resolve("providers");
            Sample.build(Path.of("samples/header-authn"), plugins);
            Sample.build(Path.of("samples/file-sink"), plugins);
            if (container != Container.EMBEDDED) {
                OtherLibraries.build(directory, plugins);
            }
            Files.writeString(plugins.resolve("broken.jar"), "no jar");
            Http http = server.start().http();
            authenticates(http);
            writes(http, lines);
            lists(http);
            if (container != Container.EMBEDDED) {
                OtherLibraries.check(http);
            }
            assertEquals(200, http.get("/health/ready").status());
        }
    }

    private static void authenticates(Http http) throws Exception {
        String good = signed("built-in/admin", Instant.now());
        JsonObject account = Json.object(http.get("/api/get-account", "X-Signed-User", good));
        assertEquals("ok", account.getString("status"), account.toString());
        assertEquals("admin", account.getJsonObject("data").getString("name"));
        for (String bad : new String[] {signed("built-in/admin", Instant.now().minusSeconds(60)), signed("built-in/nobody", Instant.now()), good.replace("admin", "root"), "x"}) {
            assertEquals("error", Json.object(http.get("/api/get-account", "X-Signed-User", bad)).getString("status"), bad);
        }
    }

    private static String signed(String user, Instant time) throws Exception {
        return signed(user, time, "GET\n/api/get-account");
    }

    private static String signed(String user, Instant time, String operation) throws Exception {
        String value = user + ";" + time.getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
        return value + ";" + HexFormat.of().formatHex(mac.doFinal((operation + "\n" + value).getBytes(StandardCharsets.UTF_8)));
    }

    private static void writes(Http http, Path lines) throws Exception {
        SignedUp.prepare(http, "sample", "http://127.0.0.1:9/");
        SignedUp.user(http, "sample", "ann");
        String cookie = SignedUp.signin(http, "sample", "ann");
        http.post("/api/sso-logout", "", "Cookie", cookie);
        for (int i = 0; i < 100 && !Files.exists(lines); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        String line = Files.readAllLines(lines).get(0);
        assertTrue(line.contains("\t{") && line.contains("\"ann\""), line);
    }

    private static void lists(Http http) {
        String plugins = http.get("/api/get-plugins?" + ADMIN).text();
        assertTrue(plugins.contains("\"signed-header\"") && plugins.contains("\"file-sink\"") && plugins.contains("\"refused\""), plugins);
        assertTrue(plugins.contains("\"key\":\"***\"") && !plugins.contains(KEY), plugins);
        assertEquals("error", Json.object(http.get("/api/get-plugins")).getString("status"));
    }
}
