package iam.spi.storage;

import iam.spi.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where uploaded files lie. Files are named by paths: parts separated by {@code /}, no leading slash, no empty part, no {@code .} or {@code ..}; the server checks
 * that before it calls, and a store refuses other paths with an {@link IllegalArgumentException}. Paths are case-sensitive and any Unicode text.
 *
 * <p>All methods may block and are safe for use by several threads.
 */
public interface FileStore extends Provider {
    /**
     * The type of storage providers that this store serves: what administrators choose as {@code type} of a provider of category {@code Storage}.
     *
     * @return such as {@code Local File System}; never empty
     */
    String type();

    /**
     * Keeps a file, in the place of the one that has the path already. The file is there as a whole or not at all.
     *
     * @param account where; never null
     * @param path the path
     * @param content the bytes, which the store copies; may be empty
     * @throws IOException when the file can't be kept
     */
    void put(StorageAccount account, String path, byte[] content) throws IOException;

    /**
     * Opens a file.
     *
     * @param account where; never null
     * @param path the path
     * @return empty when there is no such file; the caller closes the stream
     * @throws IOException when the file can't be read
     */
    Optional<InputStream> open(StorageAccount account, String path) throws IOException;

    /**
     * Removes a file.
     *
     * @param account where; never null
     * @param path the path
     * @return whether it was there
     * @throws IOException when the file can't be removed
     */
    boolean delete(StorageAccount account, String path) throws IOException;
}
