package iam.war.data;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.Health;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps some types in stores of their own. A transaction over several stores is stored in those first and in the main one last, each by itself: there is no
 * commit in two phases, so a failure in between leaves the former. For sessions, which are what this is for, that is the safe half: a sign-out that fails has ended them.
 */
final class RoutingStore implements EntityStore {
    private final EntityStore main;
    private final Map<EntityType<?>, EntityStore> routes;

    RoutingStore(EntityStore main, Map<EntityType<?>, EntityStore> routes) {
        this.main = main;
        this.routes = routes;
    }

    private EntityStore of(EntityType<?> type) {
        return routes.getOrDefault(type, main);
    }

    @Override
    public <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key) {
        return of(type).find(type, key);
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query) {
        return of(type).list(type, query);
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query, List<String> fields) {
        return of(type).list(type, query, fields);
    }

    @Override
    public Map<String, List<EntityKey>> keysByElement(EntityType<?> type, String field, Collection<String> elements) {
        return of(type).keysByElement(type, field, elements);
    }

    @Override
    public long count(EntityType<?> type, Query query) {
        return of(type).count(type, query);
    }

    @Override
    public boolean insert(Entity entity) {
        return of(entity.type()).insert(entity);
    }

    @Override
    public void insertAll(List<? extends Entity> entities) {
        if (!entities.isEmpty()) {
            of(entities.get(0).type()).insertAll(entities);
        }
    }

    @Override
    public <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields) {
        return of(type).update(type, key, values, fields);
    }

    @Override
    public int updateAll(EntityType<?> type, Query query, Map<String, ?> values) {
        return of(type).updateAll(type, query, values);
    }

    @Override
    public int delete(EntityType<?> type, Query query) {
        return of(type).delete(type, query);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        Supplier<T> nested = work;
        for (EntityStore store : new LinkedHashSet<>(routes.values())) {
            Supplier<T> inner = nested;
            nested = () -> store.inTransaction(inner);
        }
        return main.inTransaction(nested);
    }

    @Override
    public Health health() {
        return main.health();
    }
}
