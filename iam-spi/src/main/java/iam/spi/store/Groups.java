package iam.spi.store;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.FieldKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Names of groups of rows: those with the same texts in the first fields of the key or of an index. */
final class Groups {
    private Groups() {
    }

    /** The groups that a row is in. */
    static Set<String> of(Entity row) {
        return names(row.type(), field -> field.text(row));
    }

    /** Groups that all rows of a query are in; none when it says nothing about the first field of an index. */
    static Set<String> of(EntityType<?> type, List<Condition> conditions) {
        Map<String, String> equal = new HashMap<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Equal one) {
                equal.put(one.field(), one.value().toString());
            }
        }
        return names(type, field -> equal.get(field.name()));
    }

    private static Set<String> names(EntityType<?> type, Function<EntityField, String> value) {
        List<List<EntityField>> indexes = new ArrayList<>(List.of(type.keys()));
        type.indexes().forEach(index -> indexes.add(index.stream().map(type::field).toList()));
        Set<String> names = new HashSet<>();
        for (List<EntityField> index : indexes) {
            StringBuilder name = new StringBuilder(type.name());
            for (EntityField field : index) {
                if (field.kind() != FieldKind.TEXT || value.apply(field) == null) {
                    break;
                }
                names.add(name.append(':').append(field.name()).append('=').append(safe(value.apply(field))).toString());
            }
        }
        return names;
    }

    /** A key as one text. */
    static String key(EntityKey key) {
        return String.join("/", key.parts().stream().map(Groups::safe).toList());
    }

    private static String safe(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
