package iam.spi.storage;

import java.nio.file.Path;

/**
 * What the server lends to a file store.
 *
 * @param dataDirectory where a store may keep files, in a folder of its own; exists and is writable
 */
public record StorageContext(Path dataDirectory) {
}
