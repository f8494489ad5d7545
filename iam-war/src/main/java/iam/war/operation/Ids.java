package iam.war.operation;

import iam.api.ApiException;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Message;
import java.util.List;

/** Reads ids as they stand in requests (contract: entities.md section 3). */
public final class Ids {
    private Ids() {
    }

    /**
     * Reads {@code owner/name}.
     *
     * @throws ApiException when there is not exactly one slash
     */
    public static String[] pair(String id) {
        return split(id, 2);
    }

    /** The key that an id names; a type with one key part has its owner in front all the same. */
    public static EntityKey key(EntityType<?> type, String id) {
        int parts = type.keys().size();
        String[] values = split(id, Math.max(2, parts));
        return new EntityKey(parts == 1 ? List.of(values[1]) : List.of(values));
    }

    private static String[] split(String id, int parts) {
        String[] values = id.split("/", -1);
        if (values.length != parts) {
            throw new ApiException(Message.ID_MALFORMED, id);
        }
        return values;
    }
}
