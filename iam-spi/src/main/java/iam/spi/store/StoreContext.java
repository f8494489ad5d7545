package iam.spi.store;

import iam.api.EntityType;
import java.nio.file.Path;
import java.util.List;

/**
 * What the server lends to a store.
 *
 * @param types all types that the store has to keep
 * @param dataDirectory where a store may keep files; exists and is writable
 */
public record StoreContext(List<EntityType<?>> types, Path dataDirectory) {
}
