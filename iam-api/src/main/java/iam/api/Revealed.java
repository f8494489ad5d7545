package iam.api;

import java.util.Set;

/**
 * An entity in an answer with some of its secrets in clear, for a caller who may see them. Without it every {@link Secret} is masked.
 *
 * @param entity the entity
 * @param fields the names of the fields to show in clear; {@link #ALL} for all
 */
public record Revealed(Entity entity, Set<String> fields) {
    /** Every secret of the entity. */
    public static final Set<String> ALL = Set.of("*");

    /**
     * Whether a field is shown in clear.
     *
     * @param field its name
     * @return true when it is
     */
    public boolean shows(String field) {
        return fields == ALL || fields.contains(field);
    }
}
