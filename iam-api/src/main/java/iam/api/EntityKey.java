package iam.api;

import java.util.List;

/**
 * The primary key of an entity.
 *
 * @param parts the values in the order of declaration; never null, without nulls; compared case-sensitively
 */
public record EntityKey(List<String> parts) {
    /**
     * Makes a key.
     *
     * @param parts the values in the order of declaration
     */
    public EntityKey {
        parts = List.copyOf(parts);
    }

    /**
     * Makes a key.
     *
     * @param parts the values in the order of declaration
     * @return the key
     */
    public static EntityKey of(String... parts) {
        return new EntityKey(List.of(parts));
    }

    /**
     * The key as written in requests and answers.
     *
     * @return the parts joined by a slash
     */
    public String id() {
        return String.join("/", parts);
    }

    /**
     * Whether a part is empty. Such a key names nothing: an empty key part in a request is never "any" (contract: entities.md section 3).
     *
     * @return true when at least one part is empty
     */
    public boolean incomplete() {
        return parts.contains("");
    }

    @Override
    public String toString() {
        return id();
    }
}
