package iam.war.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @BeforeEach
    @AfterEach
    void forget() {
        for (String key : List.of(Options.DATA, Options.URL, Options.PASSWORD, "iam.store.jpa.user", "iam.store.jpa.password", "iam.config")) {
            System.clearProperty(key);
        }
    }

    @Test
    void listensOnLoopbackByDefaultAndIsNoTrial() {
        Options options = Options.parse();
        assertEquals("127.0.0.1", options.host());
        assertEquals(8000, options.port());
        assertFalse(options.trial());
        assertNull(System.getProperty(Options.PASSWORD));
    }

    @Test
    void handsOnWhatTheServerReads(@TempDir Path data) {
        Options.parse("--data", data.toString(), "--db", "jdbc:mariadb://h/iam", "--db-user", "u", "--db-password", "p", "--port", "0", "--debug");
        assertEquals(data.toString(), System.getProperty(Options.DATA));
        assertEquals("jdbc:mariadb://h/iam", System.getProperty(Options.URL));
        assertEquals("u", System.getProperty("iam.store.jpa.user"));
        assertEquals("p", System.getProperty("iam.store.jpa.password"));
    }

    @Test
    void trialSetsTheFirstPasswordUnlessThereIsOne() {
        assertTrue(Options.parse("--trial").trial());
        assertEquals("123", System.getProperty(Options.PASSWORD));
        System.setProperty(Options.PASSWORD, "other");
        Options.parse("--trial", "--host", "::1");
        assertEquals("other", System.getProperty(Options.PASSWORD));
    }

    @Test
    void readsTheFileOfTheServer(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("iam.properties"), "iam.data.dir=" + directory.resolve("elsewhere"));
        System.setProperty("iam.config", file.toString());
        assertEquals(directory.resolve("elsewhere"), Options.data());
        System.setProperty("iam.config", directory.resolve("absent").toString());
        assertThrows(IllegalArgumentException.class, Options::data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--port", "--port x", "--port 65536", "--port -1", "--trial --host 0.0.0.0", "--trial --host no.such.host.invalid"})
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ")));
        assertNull(System.getProperty(Options.PASSWORD));
    }
}
