package iam.war.data;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.Application;
import iam.api.entity.Cert;
import iam.api.entity.Organization;
import iam.api.entity.Permission;
import iam.api.entity.Provider;
import iam.api.entity.Role;
import iam.api.entity.Token;
import iam.spi.Health;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A store in front of another one that remembers read-mostly rows for less than a second: a change is seen at once on the node that made it, and by the others
 * within that time. Inside of a transaction only settings are read from here, unless it changes them. Rows that a late sign-out has ended are shown as ended.
 */
final class CachingStore implements EntityStore {
    /** A token has so many random bits that nobody can ask for it before it is there. */
    private static final Map<Class<?>, Set<String>> UNGUESSABLE = Map.of(Token.class, Set.of("accessTokenHash"));

    private static final Set<Class<?>> SETTINGS = Set.of(Application.class, Organization.class, Cert.class, Provider.class);

    /** Few, and asked for with every sign-in and for every user: what he may do. */
    private static final Set<Class<?>> LISTED = Set.of(Role.class, Permission.class);

    private final EntityStore store;
    private final Map<EntityType<?>, Remembered<?>> remembered = new HashMap<>();
    private final LateSignOuts lateSignOuts;
    private final Writes writes;
    private final ThreadLocal<Changes> transaction = new ThreadLocal<>();

    CachingStore(EntityStore store, Set<EntityType<?>> cached, Writes writes) {
        this.store = store;
        this.writes = writes;
        this.lateSignOuts = new LateSignOuts(store);
        cached.forEach(type -> remembered.put(type, new Remembered<>(type, UNGUESSABLE.getOrDefault(type.javaType(), Set.of()))));
    }

    /** A transaction under way. */
    private static final class Changes {
        private final List<Runnable> afterwards = new ArrayList<>();
        private final Set<EntityType<?>> types = new HashSet<>();
    }

    /** Null for types that are not remembered, and inside of a transaction for those that are more than settings or that it has changed. */
    @SuppressWarnings("unchecked")
    private <E extends Entity> Remembered<E> memory(EntityType<E> type) {
        Changes changes = transaction.get();
        boolean readable = changes == null || SETTINGS.contains(type.javaType()) && !changes.types.contains(type);
        return readable ? (Remembered<E>) remembered.get(type) : null;
    }

    @Override
    public <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key) {
        Remembered<E> memory = memory(type);
        return lateSignOuts.row(type, () -> memory == null ? store.find(type, key) : memory.find(key, () -> store.find(type, key)));
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query) {
        Remembered<E> memory = memory(type);
        return lateSignOuts.rows(type, () -> {
            if (memory != null && Remembered.lookUp(query)) {
                return memory.first(query.conditions(), () -> store.list(type, query).stream().findFirst()).map(List::of).orElse(List.of());
            }
            return memory != null && LISTED.contains(type.javaType()) && Remembered.whole(query) ? memory.all(query.conditions(), () -> store.list(type, query)) : store.list(type, query);
        });
    }

    /** The rows as they are stored, for those who end them. */
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
            came(List.of(entity));
        }
        return inserted;
    }

    @Override
    public void insertAll(List<? extends Entity> entities) {
        store.insertAll(entities);
        came(entities);
    }

    private void came(List<? extends Entity> entities) {
        if (entities.isEmpty()) {
            return;
        }
        afterwards(entities.get(0).type(), () -> {
            for (Entity entity : entities) {
                Remembered<?> memory = remembered.get(entity.type());
                if (memory != null) {
                    memory.came(entity);
                    writes.count(entity.type());
                } else if (entity instanceof LateSignOut) {
                    lateSignOuts.changed();
                }
            }
        });
    }

    @Override
    public <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields) {
        boolean updated = store.update(type, key, values, fields);
        forget(type, memory -> {
            memory.changed(key);
            memory.came(values);
        });
        return updated;
    }

    @Override
    public int updateAll(EntityType<?> type, Query query, Map<String, ?> values) {
        int updated = store.updateAll(type, query, values);
        forget(type, memory -> memory.changed(query.conditions()));
        return updated;
    }

    @Override
    public int delete(EntityType<?> type, Query query) {
        int deleted = store.delete(type, query);
        forget(type, memory -> memory.changed(query.conditions()));
        return deleted;
    }

    private void forget(EntityType<?> type, Consumer<Remembered<?>> change) {
        Remembered<?> memory = remembered.get(type);
        if (memory != null) {
            afterwards(type, () -> {
                change.accept(memory);
                writes.count(type);
            });
        }
    }

    /** Runs something when what was written counts. */
    private void afterwards(EntityType<?> written, Runnable work) {
        Changes changes = transaction.get();
        if (changes == null) {
            work.run();
        } else {
            changes.types.add(written);
            changes.afterwards.add(work);
        }
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (transaction.get() != null) {
            return store.inTransaction(work);
        }
        Changes changes = new Changes();
        transaction.set(changes);
        try {
            return store.inTransaction(work);
        } finally {
            transaction.remove();
            changes.afterwards.forEach(Runnable::run);
        }
    }

    @Override
    public Health health() {
        return store.health();
    }
}
