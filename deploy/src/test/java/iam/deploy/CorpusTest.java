package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.providers.testing.MariaDbServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded cases of the API, run by their own runners, twice on the same server, on both databases; {@code corpus/known-failures.txt} names what is left and why. */
@Slow
class CorpusTest {
    private static final Path CORPUS = Path.of("corpus").toAbsolutePath();
    private static final Pattern FAIL = Pattern.compile("(?m)^FAIL (\\S+)");

    @TempDir
    private Path directory;

    @Test
    void everyCasePassesTwiceOnTheEmbeddedDatabase() throws Exception {
        Assumptions.assumeTrue(python());
        try (Server server = Server.of(Container.EMBEDDED).start()) {
            check(server);
            check(server);
        }
    }

    @Test
    void everyCasePassesTwiceOnMariaDb() throws Exception {
        Assumptions.assumeTrue(python() && MariaDbServer.available());
        try (MariaDbServer database = MariaDbServer.start(directory);
                Server server = Server.of(Container.EMBEDDED).with("--db", database.database("iam") + "?user=" + MariaDbServer.USER).start()) {
            check(server);
            check(server);
        }
    }

    static void check(Server server) throws IOException, InterruptedException {
        Set<String> known = known();
        List<String> unexpected = new ArrayList<>();
        for (String runner : List.of("auth_corpus.py", "oauth_corpus.py", "entity_corpus.py")) {
            failures(run(runner, server)).stream().filter(id -> !known.contains(id)).forEach(id -> unexpected.add(runner + " " + id));
        }
        assertEquals(List.of(), unexpected);
    }

    static boolean python() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Set<String> known() throws IOException {
        return Files.readAllLines(CORPUS.resolve("known-failures.txt")).stream().filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\s")[0]).collect(Collectors.toSet());
    }

    private static String run(String runner, Server server) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", CORPUS.resolve(runner).toString(), "--base", server.http().base().toString())
                .directory(CORPUS.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        System.out.println(runner + ": " + output.substring(output.trim().lastIndexOf('\n') + 1).trim());
        return output;
    }

    private static Set<String> failures(String output) {
        Set<String> failed = new TreeSet<>();
        Matcher matcher = FAIL.matcher(output);
        while (matcher.find()) {
            failed.add(matcher.group(1));
        }
        return failed;
    }
}
