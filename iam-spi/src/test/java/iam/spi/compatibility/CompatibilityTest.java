package iam.spi.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.api.Catalogue;
import iam.spi.ProviderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Plugins that were compiled before have to run: what the committed list names is still there, and no method was added that they would have to implement.
 * {@code -Diam.signatures.write=true} writes the list anew, to promise what was added; to take something away is a new first number of the SPI.
 */
class CompatibilityTest {
    private static final Path LIST = Path.of("src/test/resources/api-signatures.txt");

    private static Set<String> now() {
        Set<String> now = new TreeSet<>(Signatures.of(Catalogue.class, "iam.api"));
        now.addAll(Signatures.of(ProviderFactory.class, "iam.spi"));
        return now;
    }

    private static Set<String> promised() throws IOException {
        if (Boolean.getBoolean("iam.signatures.write")) {
            Files.createDirectories(LIST.getParent());
            Files.write(LIST, now());
        }
        return new TreeSet<>(Files.readAllLines(LIST));
    }

    @Test
    void keepsWhatWasPromised() throws IOException {
        Set<String> gone = promised();
        gone.removeAll(now());
        assertEquals(Set.of(), gone);
    }

    @Test
    void asksNothingNewOfPlugins() throws IOException {
        Set<String> promised = promised();
        Set<String> types = promised.stream().filter(line -> line.contains(" : ")).map(line -> line.substring(0, line.indexOf(' '))).collect(Collectors.toSet());
        List<String> added = now().stream().filter(line -> line.contains("#abstract ") && !promised.contains(line) && types.contains(line.substring(0, line.indexOf('#')))).toList();
        assertEquals(List.of(), added, "give these a default");
    }
}
