package iam.war.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.store.Condition;
import iam.spi.store.Condition.Equal;
import iam.spi.store.Condition.Has;
import iam.spi.store.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rows of one type that were read within the last second, by key; beside them which key a look-up has found, and what whole lists have in them. Every row goes out as a copy.
 *
 * @param <E> the entity class
 */
final class Remembered<E extends Entity> {
    private static final Duration MEMORY = Duration.ofMillis(900);
    private static final int ROWS = 3_000;
    private static final int LOOK_UPS = 10_000;
    private static final EntityKey NOTHING = EntityKey.of("");

    private final EntityType<E> type;
    private final Set<String> unguessable;
    private final Cache<EntityKey, E> rows = Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(ROWS).build();
    private final Cache<List<Condition>, EntityKey> lookUps = Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(LOOK_UPS).build();
    private final Cache<List<Condition>, List<E>> lists = Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumWeight(LOOK_UPS).weigher((Object conditions, List<E> list) -> 1 + list.size()).build();
    /** Counts changes, so that what was read before a change is not remembered after it. */
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong inserts = new AtomicLong();

    /**
     * Makes an empty memory.
     *
     * @param unguessable fields that nobody asks for before the row is there: by them, nothing found is remembered, too
     */
    Remembered(EntityType<E> type, Set<String> unguessable) {
        this.type = type;
        this.unguessable = unguessable;
    }

    Optional<E> find(EntityKey key, Supplier<Optional<E>> read) {
        E known = rows.getIfPresent(key);
        if (known == null) {
            long before = changes.get();
            known = read.get().orElse(null);
            if (known != null) {
                keep(rows, key, known, changes::get, before);
            }
        }
        return copy(known);
    }

    /** Keeps what was read, unless something has been written since. */
    private static <K, V> void keep(Cache<K, V> cache, K key, V value, LongSupplier writes, long before) {
        if (writes.getAsLong() == before) {
            cache.put(key, value);
            if (writes.getAsLong() != before) {
                cache.invalidate(key);
            }
        }
    }

    /** A row that came changes whole lists, and the answer of a look-up that found nothing. */
    private long writes() {
        return changes.get() + inserts.get();
    }

    private Optional<E> copy(E row) {
        return Optional.ofNullable(row).map(type::copy);
    }

    /** Whether a query is one for which {@link #first} is made. */
    static boolean lookUp(Query query) {
        return query.limit() == 1 && query.offset() == 0 && query.sort().isEmpty() && !query.conditions().isEmpty() && query.conditions().stream().allMatch(Equal.class::isInstance);
    }

    /** The row that fulfils conditions of equality. */
    Optional<E> first(List<Condition> conditions, Supplier<Optional<E>> read) {
        EntityKey key = lookUps.getIfPresent(conditions);
        E known = key == null ? null : rows.getIfPresent(key);
        if (key == NOTHING || known != null && fulfils(known, conditions)) {
            return copy(known);
        }
        long changesBefore = changes.get();
        long writesBefore = writes();
        Optional<E> found = read.get();
        if (found.isPresent()) {
            EntityKey foundKey = type.keyOf(found.get());
            keep(rows, foundKey, found.get(), changes::get, changesBefore);
            lookUps.put(conditions, foundKey);
        } else if (conditions.stream().allMatch(condition -> unguessable.contains(condition.field()))) {
            keep(lookUps, conditions, NOTHING, this::writes, writesBefore);
        }
        return found.map(type::copy);
    }

    private boolean fulfils(E row, List<Condition> conditions) {
        return conditions.stream().allMatch(condition -> condition instanceof Equal equal && equal.value().equals(type.field(equal.field()).get(row)));
    }

    /** Whether a query is one for which {@link #all} is made. */
    static boolean whole(Query query) {
        return query.limit() == Query.ALL && query.offset() == 0 && query.sort().isEmpty() && query.conditions().stream().allMatch(condition -> condition instanceof Has || condition instanceof Equal);
    }

    /** All rows that fulfil conditions. */
    List<E> all(List<Condition> conditions, Supplier<List<E>> read) {
        List<E> known = lists.getIfPresent(conditions);
        if (known == null) {
            long before = writes();
            known = List.copyOf(read.get());
            keep(lists, conditions, known, this::writes, before);
        }
        return known.stream().map(type::copy).collect(Collectors.toList());
    }

    /** A row has come, or has got new values. */
    void came(Entity row) {
        inserts.incrementAndGet();
        lists.invalidateAll();
        unguessable.forEach(field -> lookUps.invalidate(List.of(Condition.equal(field, type.field(field).get(row)))));
    }

    /** A row has been changed or removed. */
    void changed(EntityKey key) {
        changes.incrementAndGet();
        lists.invalidateAll();
        rows.invalidate(key);
    }

    /** The rows that fulfil the conditions have been changed or removed. */
    void changed(List<Condition> conditions) {
        List<String> parts = type.keys().stream().flatMap(key -> conditions.stream().filter(condition -> condition instanceof Equal && condition.field().equals(key.name())).limit(1))
                .map(condition -> ((Equal) condition).value().toString()).toList();
        if (parts.size() == type.keys().size()) {
            changed(new EntityKey(parts));
        } else {
            changes.incrementAndGet();
            lists.invalidateAll();
            rows.invalidateAll();
        }
    }
}
