package iam.war.testing;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store that counts how often each thread asks it: those of the workers ask all the time. */
public final class CountingStore implements EntityStore {
    private static final ThreadLocal<AtomicInteger> CALLS = ThreadLocal.withInitial(AtomicInteger::new);

    private final EntityStore store;

    CountingStore(EntityStore store) {
        this.store = store;
    }

    /** How often this thread has asked the store so far. */
    public static int calls() {
        return CALLS.get().get();
    }

    @Override
    public <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key) {
        CALLS.get().incrementAndGet();
        return store.find(type, key);
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query) {
        CALLS.get().incrementAndGet();
        return store.list(type, query);
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query, List<String> fields) {
        CALLS.get().incrementAndGet();
        return store.list(type, query, fields);
    }

    @Override
    public Map<String, List<EntityKey>> keysByElement(EntityType<?> type, String field, Collection<String> elements) {
        CALLS.get().incrementAndGet();
        return store.keysByElement(type, field, elements);
    }

    @Override
    public long count(EntityType<?> type, Query query) {
        CALLS.get().incrementAndGet();
        return store.count(type, query);
    }

    @Override
    public boolean insert(Entity entity) {
        CALLS.get().incrementAndGet();
        return store.insert(entity);
    }

    @Override
    public void insertAll(List<? extends Entity> entities) {
        CALLS.get().incrementAndGet();
        store.insertAll(entities);
    }

    @Override
    public <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields) {
        CALLS.get().incrementAndGet();
        return store.update(type, key, values, fields);
    }

    @Override
    public int updateAll(EntityType<?> type, Query query, Map<String, ?> values) {
        CALLS.get().incrementAndGet();
        return store.updateAll(type, query, values);
    }

    @Override
    public int delete(EntityType<?> type, Query query) {
        CALLS.get().incrementAndGet();
        return store.delete(type, query);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return store.inTransaction(work);
    }
}
