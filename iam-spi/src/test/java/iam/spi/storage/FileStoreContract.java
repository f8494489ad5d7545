package iam.spi.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link FileStore} has to do. A provider's test extends it and opens its store. */
public abstract class FileStoreContract {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    private final StorageAccount account = new StorageAccount("admin/files", "", "", "", "", "", "");
    @TempDir
    Path folder;
    private FileStore files;

    /** For subclasses. */
    protected FileStoreContract() {
    }

    /**
     * Opens the store.
     *
     * @param context what the server would lend
     * @return the store
     */
    protected abstract FileStore open(StorageContext context);

    @BeforeEach
    void open() {
        files = open(new StorageContext(folder));
    }

    @AfterEach
    void close() {
        files.close();
    }

    private byte[] read(StorageAccount where, String path) throws IOException {
        try (InputStream in = files.open(where, path).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "org/user/a b.txt", "org/Zürich 東京.txt", "org/ann/100%.txt", "org/ann/-x"})
    void keepsAndRemoves(String path) throws IOException {
        files.put(account, path, CONTENT);
        assertArrayEquals(CONTENT, read(account, path));
        assertTrue(files.delete(account, path));
        assertFalse(files.delete(account, path));
        assertTrue(files.open(account, path).isEmpty());
    }

    @Test
    void replaces() throws IOException {
        files.put(account, "a/b", CONTENT);
        files.put(account, "a/b", new byte[0]);
        assertArrayEquals(new byte[0], read(account, "a/b"));
    }

    @Test
    void knowsNoFolders() throws IOException {
        files.put(account, "a/b", CONTENT);
        assertTrue(files.open(account, "a").isEmpty());
        assertFalse(files.delete(account, "a"));
    }

    @Test
    void separatesPrefixes() throws IOException {
        StorageAccount other = new StorageAccount("admin/other", "", "", "", "", "", "other/place");
        files.put(account, "a", CONTENT);
        assertTrue(files.open(other, "a").isEmpty());
        files.put(other, "a", new byte[] {1});
        assertArrayEquals(CONTENT, read(account, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/etc/passwd", "../a", "a/../../b", "a//b", "a/.", "a/..", "a\\..\\b", "a\u0000b"})
    void staysInside(String path) {
        assertThrows(IllegalArgumentException.class, () -> files.put(account, path, CONTENT));
        assertThrows(IllegalArgumentException.class, () -> files.open(account, path));
        assertThrows(IllegalArgumentException.class, () -> files.delete(account, path));
    }
}
