package iam.war.testing;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A store that remembers, for each thread, which rows it has written. */
public final class WatchingStore implements EntityStore {
    private static final ThreadLocal<List<Touch>> TOUCHED = ThreadLocal.withInitial(ArrayList::new);

    private final EntityStore store;

    WatchingStore(EntityStore store) {
        this.store = store;
    }

    /**
     * A row that was added, changed or removed.
     *
     * @param type its type
     * @param organization whose it is
     * @param id its id
     */
    public record Touch(EntityType<?> type, String organization, String id) {
    }

    /** What this thread has written since it asked last. */
    public static List<Touch> touched() {
        List<Touch> touched = List.copyOf(TOUCHED.get());
        TOUCHED.get().clear();
        return touched;
    }

    private static void touch(EntityType<?> type, Entity entity) {
        EntityField scope = type.find("organization").filter(field -> !type.scope().name().equals("owner")).orElse(type.scope());
        TOUCHED.get().add(new Touch(type, scope.text(entity), String.join("/", type.keyOf(entity).parts())));
    }

    private void touch(EntityType<?> type, Query query) {
        store.list(type, query).forEach(entity -> touch(type, entity));
    }

    @Override
    public <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key) {
        return store.find(type, key);
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query) {
        return store.list(type, query);
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query, List<String> fields) {
        return store.list(type, query, fields);
    }

    @Override
    public Map<String, List<EntityKey>> keysByElement(EntityType<?> type, String field, Collection<String> elements) {
        return store.keysByElement(type, field, elements);
    }

    @Override
    public long count(EntityType<?> type, Query query) {
        return store.count(type, query);
    }

    @Override
    public boolean insert(Entity entity) {
        boolean inserted = store.insert(entity);
        if (inserted) {
            touch(entity.type(), entity);
        }
        return inserted;
    }

    @Override
    public void insertAll(List<? extends Entity> entities) {
        store.insertAll(entities);
        entities.forEach(entity -> touch(entity.type(), entity));
    }

    @Override
    public <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields) {
        store.find(type, key).ifPresent(row -> {
            touch(type, row);
            if (fields.contains(type.scope().name())) {
                touch(type, values);
            }
        });
        return store.update(type, key, values, fields);
    }

    @Override
    public int updateAll(EntityType<?> type, Query query, Map<String, ?> values) {
        touch(type, query);
        return store.updateAll(type, query, values);
    }

    @Override
    public int delete(EntityType<?> type, Query query) {
        touch(type, query);
        return store.delete(type, query);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return store.inTransaction(work);
    }
}
