package iam.war.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackTest {
    @TempDir
    private Path directory;

    @Test
    void unpacksOnceAndRemovesOtherVersions() throws IOException {
        Path cache = directory.resolve("cache");
        Path first = Unpack.into(war("WEB-INF/lib/b.jar", "WEB-INF/lib/a.jar", "WEB-INF/embed/c.jar"), cache);
        assertEquals(List.of("a.jar", "b.jar", "c.jar"),
                Unpack.jars(first).stream().map(url -> Path.of(url.getPath()).getFileName().toString()).toList());
        assertEquals(first, Unpack.into(directory.resolve("iam.war"), cache));
        Path second = Unpack.into(war("WEB-INF/lib/a.jar", "WEB-INF/embed/and-more-content.jar"), cache);
        assertTrue(Files.exists(second.resolve("WEB-INF/embed/and-more-content.jar")));
        assertFalse(Files.exists(first));
    }

    @Test
    void refusesEntriesThatLeadOutside() throws IOException {
        Path war = war("../evil");
        assertThrows(IOException.class, () -> Unpack.into(war, directory.resolve("cache")));
        assertFalse(Files.exists(directory.resolve("evil")) || Files.exists(directory.resolve("cache/evil")));
    }

    private Path war(String... entries) throws IOException {
        Path war = directory.resolve("iam.war");
        try (OutputStream file = Files.newOutputStream(war); ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes());
            }
        }
        return war;
    }
}
