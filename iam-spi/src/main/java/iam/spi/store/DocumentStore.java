package iam.spi.store;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.json.StoredJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A store on a database that keeps texts by keys and sets of keys, and neither compares fields nor has transactions that last: a subclass reads documents and
 * stores changes all at once, this class does the rest. A group is the rows with the same values in the key, in an index, or in the beginning of one. Changes of a transaction are kept here until its end; transactions that write take turns, from their first write on.
 * It is made for small rows of which a query names an owner, such as sessions, rather than for searching users.
 */
public abstract class DocumentStore implements EntityStore {
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    /** For subclasses. */
    protected DocumentStore() {
    }

    /**
     * What a transaction does to one row.
     *
     * @param type the type
     * @param key the primary key as one text; safe in names and addresses, unique among the rows of the type
     * @param document what to keep under the key, JSON; empty when the row is removed
     * @param leaves the groups that the row was in before and is in no more
     * @param joins the groups that the row is in from now on
     */
    public record Change(EntityType<?> type, String key, Optional<String> document, Set<String> leaves, Set<String> joins) {
    }

    /** The right to write, which one transaction has at a time, over all nodes. Used by the thread that got it. */
    public interface Turn extends AutoCloseable {
        /**
         * Stores all changes, or, when it throws, none of them. They are durable when it returns.
         *
         * @param changes at most one for each row
         * @throws StoreException when the turn has been lost, or the changes can't be stored
         */
        void commit(Collection<Change> changes);

        /** Gives the right back, after a commit or instead of one. */
        @Override
        void close();
    }

    /**
     * Reads one document. May block.
     *
     * @param type the type
     * @param key the primary key as in {@link Change}
     * @return the document that was committed last; empty when there is none
     */
    protected abstract Optional<String> read(EntityType<?> type, String key);

    /**
     * Reads the documents of a query. May block.
     *
     * @param type the type
     * @param groups the documents of the rows that are in all of these groups are wanted; of all rows, when there are no groups
     * @return a superset of them; rows that do not fulfil the query are sorted out afterwards
     */
    protected abstract Collection<String> read(EntityType<?> type, Set<String> groups);

    /**
     * Waits for the right to write.
     *
     * @return never null
     * @throws StoreUnavailableException when it takes too long
     */
    protected abstract Turn turn();

    @Override
    public <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key) {
        return inTransaction(() -> current.get().row(type, key));
    }

    @Override
    public <E extends Entity> List<E> list(EntityType<E> type, Query query) {
        return inTransaction(() -> Rows.select(type, query, current.get().rows(type, query)));
    }

    @Override
    public Map<String, List<EntityKey>> keysByElement(EntityType<?> type, String field, Collection<String> elements) {
        return inTransaction(() -> Rows.keysByElement(type, field, elements, current.get().rows(type, Query.where())));
    }

    @Override
    public long count(EntityType<?> type, Query query) {
        return inTransaction(() -> Rows.count(type, query, current.get().rows(type, query)));
    }

    @Override
    public boolean insert(Entity entity) {
        EntityKey key = entity.type().keyOf(entity);
        return write(transaction -> transaction.row(entity.type(), key).isEmpty() && transaction.put(entity.type(), key, Optional.of(entity)));
    }

    @Override
    public <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields) {
        Consumer<Entity> change = Rows.copying(type, values, fields);
        return write(transaction -> transaction.row(type, key).map(row -> {
            change.accept(row);
            move(transaction, type, key, type.keyOf(row));
            return transaction.put(type, type.keyOf(row), Optional.of(row));
        }).orElse(false));
    }

    private static void move(Transaction transaction, EntityType<?> type, EntityKey from, EntityKey to) {
        if (!to.equals(from)) {
            if (transaction.row(type, to).isPresent()) {
                throw new DuplicateKeyException("the new key of a " + type + " is taken", null);
            }
            transaction.put(type, from, Optional.empty());
        }
    }

    @Override
    public int updateAll(EntityType<?> type, Query query, Map<String, ?> values) {
        Consumer<Entity> change = Rows.setting(type, values);
        return write(transaction -> each(transaction, type, Query.where(query.conditions()), row -> {
            change.accept(row);
            transaction.put(type, type.keyOf(row), Optional.of(row));
        }));
    }

    @Override
    public int delete(EntityType<?> type, Query query) {
        return write(transaction -> each(transaction, type, query.window(0, query.limit()), row -> transaction.put(type, type.keyOf(row), Optional.empty())));
    }

    private static <E extends Entity> int each(Transaction transaction, EntityType<E> type, Query query, Consumer<Entity> work) {
        List<E> rows = Rows.select(type, query, transaction.rows(type, query));
        rows.forEach(work);
        return rows.size();
    }

    private <T> T write(Function<Transaction, T> work) {
        return inTransaction(() -> {
            current.get().begin();
            return work.apply(current.get());
        });
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (current.get() != null) {
            return current.get().part(work);
        }
        try (Transaction transaction = new Transaction()) {
            current.set(transaction);
            T answer = transaction.part(work);
            transaction.commit();
            return answer;
        } finally {
            current.remove();
        }
    }

    /** The rows as one thread sees them, with its changes that are not stored yet. They are kept as texts, so that entities are copies. */
    private final class Transaction implements AutoCloseable {
        private record Row(EntityType<?> type, EntityKey key) {
        }

        private final Map<Row, Optional<String>> before = new HashMap<>();
        private final Map<Row, Optional<String>> after = new LinkedHashMap<>();
        private Turn turn;
        private boolean failed;

        void begin() {
            if (turn == null) {
                turn = turn();
            }
        }

        <E extends Entity> Optional<E> row(EntityType<E> type, EntityKey key) {
            Row row = new Row(type, key);
            Optional<String> changed = after.get(row);
            return (changed == null ? read(type, Groups.key(key)) : changed).map(text -> StoredJson.read(type, text));
        }

        <E extends Entity> Collection<E> rows(EntityType<E> type, Query query) {
            Map<EntityKey, E> rows = new HashMap<>();
            read(type, Groups.of(type, query.conditions())).forEach(text -> add(rows, type, text));
            after.forEach((row, text) -> {
                if (row.type == type) {
                    rows.remove(row.key);
                    text.ifPresent(document -> add(rows, type, document));
                }
            });
            return rows.values();
        }

        private <E extends Entity> void add(Map<EntityKey, E> rows, EntityType<E> type, String text) {
            E row = StoredJson.read(type, text);
            rows.put(type.keyOf(row), row);
        }

        boolean put(EntityType<?> type, EntityKey key, Optional<Entity> row) {
            Row place = new Row(type, key);
            before.computeIfAbsent(place, absent -> read(type, Groups.key(key)));
            after.put(place, row.map(StoredJson::write));
            return true;
        }

        <T> T part(Supplier<T> work) {
            boolean good = false;
            try {
                T answer = work.get();
                good = true;
                return answer;
            } finally {
                failed |= !good;
            }
        }

        void commit() {
            if (failed) {
                throw new StoreException("a part of the transaction had failed, nothing of it is stored", null);
            }
            if (!after.isEmpty()) {
                turn.commit(after.keySet().stream().map(this::change).toList());
            }
        }

        private Change change(Row row) {
            Set<String> old = groups(row.type, before.get(row));
            Set<String> now = groups(row.type, after.get(row));
            return new Change(row.type, Groups.key(row.key), after.get(row), minus(old, now), minus(now, old));
        }

        private static Set<String> groups(EntityType<?> type, Optional<String> text) {
            return text.map(document -> Groups.of(StoredJson.read(type, document))).orElse(Set.of());
        }

        private static Set<String> minus(Set<String> some, Set<String> others) {
            return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
        }

        @Override
        public void close() {
            if (turn != null) {
                turn.close();
            }
        }
    }
}
