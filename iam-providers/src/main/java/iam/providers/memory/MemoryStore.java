package iam.providers.memory;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.store.DuplicateKeyException;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Rows in maps under one lock. A stored row is never changed, only replaced, so that reading needs no copy until it is handed out. */
final class MemoryStore implements EntityStore {
    private final Map<EntityType<?>, Map<EntityKey, Entity>> tables = new HashMap<>();
    private final MemoryTransactions transactions = new MemoryTransactions();

    MemoryStore(List<EntityType<?>> types) {
        types.forEach(type -> tables.put(type, new LinkedHashMap<>()));
    }

    @Override
    public <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key) {
        return transactions.run(() -> Optional.ofNullable(table(type).get(key)).map(row -> copy(type, row)));
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query) {
        return transactions.run(() -> new ArrayList<>(select(type, query).stream().map(row -> copy(type, row)).toList()));
    }

    @Override
    public Map<String, List<EntityKey>> keysByElement(EntityType<?> type, String field, Collection<String> elements) {
        return transactions.run(() -> Rows.keysByElement(type, field, elements, table(type).values()));
    }

    @Override
    public long count(EntityType<?> type, Query query) {
        return transactions.run(() -> Rows.count(type, query, table(type).values()));
    }

    @Override
    public boolean insert(Entity entity) {
        EntityType<?> type = entity.type();
        EntityKey key = type.keyOf(entity);
        return transactions.run(() -> {
            boolean free = !table(type).containsKey(key);
            if (free) {
                put(type, key, Copies.of(entity));
            }
            return free;
        });
    }

    @Override
    public <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields) {
        Consumer<Entity> change = Rows.copying(type, values, fields);
        return transactions.run(() -> {
            Entity row = table(type).get(key);
            if (row == null) {
                return false;
            }
            Entity next = Copies.of(row);
            change.accept(next);
            move(type, key, type.keyOf(next), Copies.of(next));
            return true;
        });
    }

    private void move(EntityType<?> type, EntityKey from, EntityKey to, Entity row) {
        if (!to.equals(from)) {
            if (table(type).containsKey(to)) {
                throw new DuplicateKeyException("the new key of a " + type.name() + " is taken", null);
            }
            put(type, from, null);
        }
        put(type, to, row);
    }

    @Override
    public int updateAll(EntityType<?> type, Query query, Map<String, ?> values) {
        Consumer<Entity> change = Rows.setting(type, values);
        return transactions.run(() -> {
            List<Entity> rows = select(type, Query.where(query.conditions()));
            for (Entity row : rows) {
                Entity next = Copies.of(row);
                change.accept(next);
                put(type, type.keyOf(row), next);
            }
            return rows.size();
        });
    }

    @Override
    public int delete(EntityType<?> type, Query query) {
        return transactions.run(() -> {
            List<Entity> rows = select(type, query.window(0, query.limit()));
            rows.forEach(row -> put(type, type.keyOf(row), null));
            return rows.size();
        });
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.run(work);
    }

    @SuppressWarnings("unchecked")
    private List<Entity> select(EntityType<?> type, Query query) {
        return Rows.select((EntityType<Entity>) type, query, table(type).values());
    }

    private void put(EntityType<?> type, EntityKey key, Entity row) {
        Map<EntityKey, Entity> table = table(type);
        Entity before = row == null ? table.remove(key) : table.put(key, row);
        transactions.onRollback(() -> {
            if (before == null) {
                table.remove(key);
            } else {
                table.put(key, before);
            }
        });
    }

    private Map<EntityKey, Entity> table(EntityType<?> type) {
        Map<EntityKey, Entity> table = tables.get(type);
        if (table == null) {
            throw new IllegalArgumentException(type.name() + " is not kept in this store");
        }
        return table;
    }

    private static <E extends Entity> E copy(EntityType<E> type, Entity row) {
        return type.javaType().cast(Copies.of(row));
    }
}
