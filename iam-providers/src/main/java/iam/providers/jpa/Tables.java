package iam.providers.jpa;

import iam.api.Entity;
import iam.api.EntityType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of all types that the store keeps. */
final class Tables {
    private final Map<EntityType<?>, Table<?>> byType = new LinkedHashMap<>();

    Tables(List<EntityType<?>> types) {
        types.forEach(type -> byType.put(type, new Table<>(type)));
    }

    @SuppressWarnings("unchecked")
    <E extends Entity> Table<E> of(EntityType<E> type) {
        Table<?> table = byType.get(type);
        if (table == null) {
            throw new IllegalArgumentException(type.name() + " is not kept in this store");
        }
        return (Table<E>) table;
    }

    Collection<Table<?>> all() {
        return byType.values();
    }
}
