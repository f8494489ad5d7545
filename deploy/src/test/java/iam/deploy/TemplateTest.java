package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that third parties copy, built by Maven outside of the reactor: it compiles, passes its kit, and drops in. */
@Slow
class TemplateTest {
    @TempDir
    Path directory;

    @Test
    void buildsAndDropsIn() throws Exception {
        Path copy = new OutsideBuild(directory).verify(Path.of("plugin-template"));
        assertTrue(Files.exists(copy.resolve("target/surefire-reports/template.DepartmentClaimsTest.txt")));
        try (Server server = Server.of(Container.EMBEDDED)) {
            Path plugins = Files.createDirectories(server.data().resolve("providers"));
            Files.copy(copy.resolve("target/plugin-template-1.0.0.jar"), plugins.resolve("template.jar"));
            String listed = server.start().http().get("/api/get-plugins?username=built-in/admin&password=123").text();
            assertTrue(listed.contains("\"template\"") && listed.contains("\"department\""), listed);
        }
    }
}
