package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Builds a copy of a plugin's project with Maven outside of the reactor, as third parties do. */
final class OutsideBuild {
    private static final String VERSION = "1.0.0-SNAPSHOT";
    private static final Path REPOSITORY = Path.of(System.getProperty("iam.repository", Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));

    private final Path directory;

    OutsideBuild(Path directory) {
        this.directory = directory;
    }

    /** Runs {@code mvn verify} on a copy of a project, its tests included, and answers where the copy is. */
    Path verify(Path project) throws Exception {
        Path copy = Directories.copy(project, directory.resolve(project.getFileName()));
        Path log = directory.resolve("log");
        Path repository = repository();
        Process maven = new ProcessBuilder("mvn", "-q", "-B", "-o", "-Dmaven.repo.local=" + repository, "verify").directory(copy.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertEquals(0, maven.waitFor(), () -> Directories.read(log));
        Directories.delete(repository);
        return copy;
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
