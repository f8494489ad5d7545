package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server with plugins that hang, recurse without end or ask for what is not there: callers with credentials of other kinds notice nothing. */
class BadPluginsTest {
    private static final String ADMIN = "username=built-in/admin&password=123";
    private static final String HANG = "for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end;) { try { Thread.sleep(1000); } catch (InterruptedException e) { continue; } } return null;";
    private static final String RECURSE = "return ask(request);";

    @TempDir
    Path directory;

    private void plugin(Server server, String id, boolean required, String create, String ask) throws IOException {
        Path folder = directory.resolve(id);
        Path resources = Files.createDirectories(folder.resolve("src/main/resources/META-INF/services"));
        Files.writeString(resources.resolve("iam.spi.authn.AuthenticatorFactory"), "bad.Method\n");
        Files.writeString(resources.resolveSibling("MANIFEST.MF"), "Iam-Plugin-Id: " + id + "\nIam-Plugin-Version: 1\nIam-Spi: [1.0,2.0)\nIam-Plugin-Required: " + required + "\n");
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
        try (Server server = Server.of(Container.EMBEDDED).environment("IAM_AUTHN_HANGING_DEADLINE", "200ms").environment("IAM_AUTHN_HANGING_CONCURRENCY", "2")) {
            plugin(server, "hanging", false, "return Method::ask;", HANG);
            plugin(server, "deep", false, "return Method::ask;", RECURSE);
            plugin(server, "unlicensed", false, "throw new IllegalStateException(\"no licence\");", RECURSE);
            Http http = server.start().http();
            long begin = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertEquals("ok", Json.object(http.get("/api/get-account?" + ADMIN)).getString("status"));
            }
            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(15).toNanos(), "slow");
            String plugins = http.get("/api/get-plugins?" + ADMIN).text();
            assertTrue(plugins.contains("\"paused\"") && plugins.contains("no licence"), plugins);
            Http.Answer ready = http.get("/health/ready");
            assertEquals(200, ready.status(), ready.text());
            assertTrue(ready.text().contains("\"authn/hanging\":\"DOWN\""), ready.text());
            assertTrue(http.get("/api/metrics?" + ADMIN).text().contains("iam_provider_failures{provider=\"authn/hanging\"}"));
        }
    }

    @Test
    void endTheStartWhenRequired() throws IOException {
        try (Server server = Server.of(Container.EMBEDDED)) {
            plugin(server, "unlicensed", true, "throw new IllegalStateException(\"no licence\");", RECURSE);
            String log = assertThrows(IllegalStateException.class, server::start).getMessage();
            assertTrue(log.contains("authn/unlicensed of a required plugin failed") && log.contains("no licence"), log);
        }
    }
}
