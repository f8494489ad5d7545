package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that third parties copy, built by Maven outside of the reactor: it compiles, passes its kit, and drops in. */
@Slow
class TemplateTest {
    private static final String VERSION = "1.0.0-SNAPSHOT";
    private static final Path REPOSITORY = Path.of(System.getProperty("iam.repository", Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));

    @TempDir
    Path directory;

    @Test
    void buildsAndDropsIn() throws Exception {
        Path copy = Directories.copy(Path.of("plugin-template"), directory.resolve("plugin"));
        verify(copy);
        try (Server server = Server.of(Container.EMBEDDED)) {
            Path plugins = Files.createDirectories(server.data().resolve("providers"));
            Files.copy(copy.resolve("target/plugin-template-1.0.0.jar"), plugins.resolve("template.jar"));
            String listed = server.start().http().get("/api/get-plugins?username=built-in/admin&password=123").text();
            assertTrue(listed.contains("\"template\"") && listed.contains("\"department\""), listed);
        }
    }

    private void verify(Path project) throws Exception {
        Path log = directory.resolve("log");
        Process maven = new ProcessBuilder("mvn", "-q", "-B", "-o", "-Dmaven.repo.local=" + repository(), "verify").directory(project.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertEquals(0, maven.waitFor(), () -> Directories.read(log));
        assertTrue(Files.exists(project.resolve("target/surefire-reports/template.DepartmentClaimsTest.txt")));
    }

    /** A local repository with our modules as the reactor has built them, and links to everything else: the user's own is left as it is. */
    private Path repository() throws IOException {
        Path repository = Files.createDirectory(directory.resolve("repository"));
        try (Stream<Path> groups = Files.list(REPOSITORY)) {
            for (Path group : groups.filter(group -> !group.endsWith("iam")).toList()) {
                Files.createSymbolicLink(repository.resolve(group.getFileName()), group);
            }
        }
        install(repository, "iam", Path.of("..", "pom.xml"), List.of());
        install(repository, "iam-api", Path.of("..", "iam-api", "pom.xml"), List.of(""));
        install(repository, "iam-spi", Path.of("..", "iam-spi", "pom.xml"), List.of("", "-tests"));
        return repository;
    }

    private static void install(Path repository, String module, Path pom, List<String> classifiers) throws IOException {
        Path place = Files.createDirectories(repository.resolve(Path.of("iam", module, VERSION)));
        Files.copy(pom, place.resolve(module + "-" + VERSION + ".pom"));
        for (String classifier : classifiers) {
            String name = module + "-" + VERSION + classifier + ".jar";
            Files.copy(Path.of("..", module, "target", name), place.resolve(name));
        }
    }
}
