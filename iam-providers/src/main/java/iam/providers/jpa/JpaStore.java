package iam.providers.jpa;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.Health;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Entities in a relational database: JPA reads them, single SQL statements write them. The database is opened by the first call that needs it. */
final class JpaStore implements EntityStore {
    private final Database database;

    JpaStore(Database database) {
        this.database = database;
    }

    @Override
    public <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key) {
        OpenDatabase open = database.open();
        Table<E> table = open.tables().of(type);
        List<Object> parameters = table.parameters(key);
        return parameters == null ? Optional.empty() : open.transactions().reading(() -> open.reader().find(table, parameters)).stream().findFirst();
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query) {
        OpenDatabase open = database.open();
        Table<E> table = open.tables().of(type);
        Optional<Texts.Found> found = open.texts().find(table, query);
        if (found.filter(rows -> rows.count() == 0).isPresent()) {
            return new ArrayList<>();
        }
        Query asked = found.flatMap(Texts.Found::rows).orElse(query);
        return open.transactions().reading(() -> open.reader().list(table, asked));
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query, List<String> fields) {
        OpenDatabase open = database.open();
        Table<E> table = open.tables().of(type);
        return open.transactions().reading(() -> open.reader().list(table, query, fields));
    }

    @Override
    public Map<String, List<EntityKey>> keysByElement(EntityType<?> type, String field, Collection<String> elements) {
        OpenDatabase open = database.open();
        LinkTable link = open.tables().of(type).link(field);
        return open.transactions().reading(() -> open.reader().keysByElement(link, elements));
    }

    @Override
    public long count(EntityType<?> type, Query query) {
        OpenDatabase open = database.open();
        Table<?> table = open.tables().of(type);
        List<Totals.Scope> scopes = Totals.scopes(table, query);
        return scopes.isEmpty() ? counted(open, table, query) : scopes.stream().mapToLong(open.totals()::count).sum();
    }

    private static long counted(OpenDatabase open, Table<?> table, Query query) {
        Optional<Texts.Found> found = open.texts().find(table, query);
        if (found.isPresent()) {
            return found.get().count();
        }
        long begun = System.nanoTime();
        long count = open.transactions().reading(() -> open.reader().count(table, query));
        open.texts().took(table, query, System.nanoTime() - begun);
        return count;
    }

    @Override
    public boolean insert(Entity entity) {
        OpenDatabase open = database.open();
        return open.writer().insert(open.tables().of(entity.type()), entity);
    }

    @Override
    public void insertAll(List<? extends Entity> entities) {
        OpenDatabase open = database.open();
        if (!entities.isEmpty()) {
            open.writer().insertAll(open.tables().of(entities.get(0).type()), entities);
        }
    }

    @Override
    public <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields) {
        OpenDatabase open = database.open();
        Table<E> table = open.tables().of(type);
        List<Object> parameters = table.parameters(key);
        return parameters != null && open.writer().update(table, parameters, values, fields);
    }

    @Override
    public int updateAll(EntityType<?> type, Query query, Map<String, ?> values) {
        OpenDatabase open = database.open();
        return open.writer().updateAll(open.tables().of(type), query, values);
    }

    @Override
    public int delete(EntityType<?> type, Query query) {
        OpenDatabase open = database.open();
        return open.writer().delete(open.tables().of(type), query);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.open().transactions().run(work);
    }

    @Override
    public Health health() {
        return database.health();
    }

    @Override
    public void close() {
        database.close();
    }
}
