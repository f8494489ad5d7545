package iam.war.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.Health;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A store in front of another one that remembers read-mostly rows for less than a second: a change is seen at once on the node that made it, and by the others
 * within that time. Reads inside of a transaction go to the store. Rows that a late sign-out has ended are shown as ended.
 */
final class CachingStore implements EntityStore {
    private static final Duration MEMORY = Duration.ofMillis(900);
    private static final int ROWS = 20_000;

    private final EntityStore store;
    private final Set<EntityType<?>> cached;
    private final Cache<Object, Entity> rows = Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(ROWS).build();
    /** Counts changes, so that a row read before a change is not remembered after it. */
    private final AtomicLong changes = new AtomicLong();
    private final LateSignOuts lateSignOuts;
    private final ThreadLocal<List<Runnable>> transaction = new ThreadLocal<>();

    CachingStore(EntityStore store, Set<EntityType<?>> cached) {
        this.store = store;
        this.cached = cached;
        this.lateSignOuts = new LateSignOuts(store);
    }

    private record Row(EntityType<?> type, EntityKey key) {
    }

    private record LookUp(EntityType<?> type, List<Condition> conditions) {
    }

    @Override
    public <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key) {
        return lateSignOuts.row(type, () -> remembers(type) ? remembered(type, new Row(type, key), () -> store.find(type, key)) : store.find(type, key));
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query) {
        boolean lookUp = query.limit() == 1 && query.offset() == 0 && query.sort().isEmpty() && query.conditions().stream().allMatch(Condition.Equal.class::isInstance);
        return lateSignOuts.rows(type, () -> lookUp && remembers(type)
                ? remembered(type, new LookUp(type, query.conditions()), () -> store.list(type, query).stream().findFirst()).map(List::of).orElse(List.of())
                : store.list(type, query));
    }

    /** The rows as they are stored, for those who end them. */
    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query, List<String> fields) {
        return store.list(type, query, fields);
    }

    private boolean remembers(EntityType<?> type) {
        return cached.contains(type) && transaction.get() == null;
    }

    private <E extends Entity> Optional<E> remembered(EntityType<E> type, Object key, Supplier<Optional<E>> read) {
        Entity known = rows.getIfPresent(key);
        if (known == null) {
            long before = changes.get();
            known = read.get().orElse(null);
            if (known != null && changes.get() == before) {
                rows.put(key, known);
                if (changes.get() != before) {
                    rows.invalidate(key);
                }
            }
        }
        return Optional.ofNullable(known).map(row -> type.copy(type.javaType().cast(row)));
    }

    @Override
    public long count(EntityType<?> type, Query query) {
        return store.count(type, query);
    }

    @Override
    public boolean insert(Entity entity) {
        boolean inserted = store.insert(entity);
        if (entity instanceof LateSignOut) {
            afterwards(lateSignOuts::changed);
        }
        return inserted;
    }

    @Override
    public <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields) {
        boolean updated = store.update(type, key, values, fields);
        forget(type, entity -> type.keyOf(entity).equals(key));
        return updated;
    }

    @Override
    public int updateAll(EntityType<?> type, Query query, Map<String, ?> values) {
        int updated = store.updateAll(type, query, values);
        forget(type, entity -> true);
        return updated;
    }

    @Override
    public int delete(EntityType<?> type, Query query) {
        int deleted = store.delete(type, query);
        forget(type, entity -> true);
        return deleted;
    }

    private void forget(EntityType<?> type, java.util.function.Predicate<Entity> which) {
        if (!cached.contains(type)) {
            return;
        }
        afterwards(() -> {
            changes.incrementAndGet();
            rows.asMap().values().removeIf(entity -> type.javaType().isInstance(entity) && which.test(entity));
        });
    }

    /** Runs something when what was written counts. */
    private void afterwards(Runnable work) {
        List<Runnable> pending = transaction.get();
        if (pending == null) {
            work.run();
        } else {
            pending.add(work);
        }
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (transaction.get() != null) {
            return store.inTransaction(work);
        }
        List<Runnable> pending = new ArrayList<>();
        transaction.set(pending);
        try {
            return store.inTransaction(work);
        } finally {
            transaction.remove();
            pending.forEach(Runnable::run);
        }
    }

    @Override
    public Health health() {
        return store.health();
    }
}
