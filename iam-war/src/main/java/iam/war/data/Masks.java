package iam.war.data;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Mask;

/** Masks secrets for good, for entities that stand inside of an answer whose own secrets are shown. */
public final class Masks {
    private Masks() {
    }

    /** A copy with every secret masked. */
    public static <E extends Entity> E masked(E entity) {
        @SuppressWarnings("unchecked")
        EntityType<E> type = (EntityType<E>) entity.type();
        E copy = type.copy(entity);
        for (EntityField field : type.secrets()) {
            field.set(copy, stars(field, entity) ? Mask.TEXT : null);
        }
        return copy;
    }

    private static boolean stars(EntityField field, Entity entity) {
        return field.mask() == Mask.STARS && !field.empty(entity);
    }

    /** Stars for a text that is set. */
    public static String masked(String text) {
        return text.isEmpty() ? "" : Mask.TEXT;
    }
}
