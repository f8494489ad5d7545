package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server with plugins that do everything wrong: callers with credentials of other kinds notice nothing, and the state of each is visible. */
class BadPluginsTest {
    private static final String ADMIN = "username=built-in/admin&password=123";
    private static final String MANIFEST = "Iam-Plugin-Id: %s\nIam-Plugin-Version: 1\nIam-Spi: [1.0,2.0)\nIam-Plugin-Required: %s\n";
    private static final String MAKE = "return Method::ask;";
    private static final String HANG = "for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end;) { try { Thread.sleep(1000); } catch (InterruptedException e) { continue; } } return null;";
    private static final String RECURSE = "return ask(request);";
    private static final String LEAK = "Thread left = new Thread(() -> { try { Thread.sleep(600_000); } catch (InterruptedException e) { return; } }); left.setDaemon(true); left.start(); return Authentication.abstain();";
    private static final String FAIL = "if (true) throw new IllegalStateException(\"no licence\"); ";

    @TempDir
    Path directory;

    private void plugin(Server server, String id, String create, String ask) throws IOException {
        plugin(server, id, id, MANIFEST.formatted(id, "false"), create, ask);
    }

    private void plugin(Server server, String file, String id, String manifest, String create, String ask) throws IOException {
        Path folder = directory.resolve(file);
        Path resources = Files.createDirectories(folder.resolve("src/main/resources/META-INF/services"));
        Files.writeString(resources.resolve("iam.spi.authn.AuthenticatorFactory"), "bad.Method\n");
        Files.writeString(resources.resolveSibling("MANIFEST.MF"), manifest);
        Files.writeString(Files.createDirectories(folder.resolve("src/main/java/bad")).resolve("Method.java"), """
                package bad;
                import iam.spi.authn.*;
                public class Method implements AuthenticatorFactory {
                    public String id() { return "%s"; }
                    public int order() { return 1; }
                    public Authenticator create(iam.spi.config.Config config, AuthenticatorContext context) { %s }
                    static Authentication ask(AuthenticationRequest request) { %s }
                }
                """.formatted(id, create, ask));
        Sample.build(folder, server.data().resolve("providers"));
    }

    @Test
    void hurtNobodyElse() throws IOException {
        Path settings = Files.writeString(directory.resolve("settings"), "iam.authn.curious.concurency=1\n");
        try (Server server = Server.of(Container.EMBEDDED).environment("IAM_AUTHN_HANGING_DEADLINE", "200ms").environment("IAM_AUTHN_HANGING_CONCURRENCY", "2").environment("IAM_CONFIG", settings.toString())) {
            plugin(server, "hanging", MAKE, HANG);
            plugin(server, "empty", MAKE, "return null;");
            plugin(server, "deep", MAKE, RECURSE);
            plugin(server, "leaking", MAKE, LEAK);
            plugin(server, "unlicensed", FAIL + MAKE, RECURSE);
            plugin(server, "curious", MAKE, RECURSE);
            plugin(server, "manifest", "manifest", "Iam-Plugin-Id: manifest\n", MAKE, RECURSE);
            plugin(server, "twin", "twin", MANIFEST.formatted("deep", "false"), MAKE, RECURSE);
            plugin(server, "zwin", "deep", MANIFEST.formatted("zwin", "false"), MAKE, RECURSE);
            Http http = server.start().http();
            long begin = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertEquals("ok", Json.object(http.get("/api/get-account?" + ADMIN)).getString("status"));
            }
            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(15).toNanos(), "slow");
            isVisible(http);
        }
    }

    private static void isVisible(Http http) {
        String ready = http.get("/health/ready").text();
        for (String id : new String[] {"hanging", "empty", "deep"}) {
            assertEquals("paused", provider(http, id).getString("state"), id);
            assertTrue(ready.contains("\"authn/" + id + "\":\"DOWN\""), ready);
            assertTrue(http.get("/api/metrics?" + ADMIN).text().contains("iam_provider_failures{provider=\"authn/" + id + "\"}"), id);
        }
        failed(http, ready, "unlicensed", "no licence");
        failed(http, ready, "curious", "unknown setting iam.authn.curious.concurency, did you mean iam.authn.curious.concurrency?");
        refused(http, ready, "manifest.jar", "Iam-Spi is missing from the manifest");
        refused(http, ready, "twin.jar", "the plugin id deep is taken by");
        refused(http, ready, "zwin.jar", "the provider authn/deep comes with");
        assertEquals("working", provider(http, "leaking").getString("state"));
        assertTrue(plugin(http, "id", "leaking").getInt("threads") >= 20, "its threads are not counted");
        assertTrue(http.get("/api/metrics?" + ADMIN).text().contains("iam_plugin_threads{plugin=\"leaking\"}"), "no metric");
        assertEquals(200, http.get("/health/ready").status(), ready);
    }

    private static void failed(Http http, String ready, String id, String reason) {
        assertTrue(provider(http, id).getString("detail").contains(reason), provider(http, id).toString());
        assertEquals("failed", provider(http, id).getString("state"));
        assertTrue(ready.contains("\"authn/" + id + "\":\"DOWN\""), ready);
    }

    private static void refused(Http http, String ready, String file, String reason) {
        JsonObject plugin = plugin(http, "files", file);
        assertEquals("refused", plugin.getString("state"));
        assertTrue(plugin.getString("reason").contains(reason), plugin.toString());
        assertTrue(ready.contains("\"plugin/" + file + "\":\"DOWN\""), ready);
    }

    private static JsonObject provider(Http http, String id) {
        return plugin(http, "id", id).getJsonArray("providers").getJsonObject(0);
    }

    private static JsonObject plugin(Http http, String member, String value) {
        return Json.object(http.get("/api/get-plugins?" + ADMIN)).getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .filter(plugin -> plugin.get(member).toString().contains(value + "\"")).findFirst().orElseThrow();
    }

    @Test
    void endTheStartWhenRequired() throws IOException {
        try (Server server = Server.of(Container.EMBEDDED)) {
            plugin(server, "unlicensed", "unlicensed", MANIFEST.formatted("unlicensed", "true"), FAIL + MAKE, RECURSE);
            String log = assertThrows(IllegalStateException.class, server::start).getMessage();
            assertTrue(log.contains("authn/unlicensed of a required plugin failed") && log.contains("no licence"), log);
        }
    }
}
