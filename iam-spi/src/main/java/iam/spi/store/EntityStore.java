package iam.spi.store;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.Provider;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where entities live: a few primitives for all types of the catalogue; every business rule stands above them.
 *
 * <p>Entities go in and out as copies. Stored fields come back as they were given, byte for byte: text is never null (a store turns an absent text into
 * {@code ""}), an empty list stays apart from a null one. Computed fields are neither stored nor read. Keys and all comparisons of text are case-sensitive.
 *
 * <p>A write is durable when the method, or the outermost {@link #inTransaction}, has returned: it survives a crash of the process. Outside of a transaction
 * every call is one of its own. All methods may block and are safe for use by several threads.
 *
 * <p>Errors: {@link StoreUnavailableException} when the database can't be reached, {@link StoreException} for everything else that goes wrong; neither
 * carries text for callers of the API. {@link IllegalArgumentException} when a query or change names a field that does not exist or does not fit. After an error nothing of the call, or of the transaction around it, is stored.
 */
public interface EntityStore extends Provider {
    /**
     * Reads one row.
     *
     * @param <E> the entity class
     * @param type the type
     * @param key the primary key; an incomplete key finds nothing
     * @return a copy, or empty
     */
    <E extends Entity> Optional<E> find(EntityType<E> type, EntityKey key);

    /**
     * Reads rows, with one statement.
     *
     * @param <E> the entity class
     * @param type the type
     * @param query which rows
     * @return copies; a new list, empty when nothing fits
     */
    <E extends Entity> List<E> list(EntityType<E> type, Query query);

    /**
     * Reads some fields of rows, with one statement: for lists of which little is needed.
     *
     * @param <E> the entity class
     * @param type the type
     * @param query which rows
     * @param fields names of stored scalar fields that are not packed; the others may be filled or not
     * @return as {@link #list(EntityType, Query)}, which this default calls
     * @throws IllegalArgumentException when a field is no such one
     */
    default <E extends Entity> List<E> list(EntityType<E> type, Query query, List<String> fields) {
        fields.forEach(field -> Fields.comparable(type, field));
        return list(type, query);
    }

    /**
     * Finds the rows whose list contains an element, for several elements at once.
     *
     * @param type the type
     * @param field a list of texts marked {@link iam.api.Lookup}
     * @param elements the elements; none find nothing
     * @return for each element that any row has, the keys of these rows, each once and in no particular order. This default asks for one element after the other
     *     with {@link Condition.Has}; a store that can do it with one statement does
     */
    default Map<String, List<EntityKey>> keysByElement(EntityType<?> type, String field, Collection<String> elements) {
        List<String> fields = type.keys().stream().map(EntityField::name).toList();
        Map<String, List<EntityKey>> keys = new HashMap<>();
        for (String element : elements) {
            List<EntityKey> found = list(type, Query.where(Condition.has(field, element)), fields).stream().map(type::keyOf).toList();
            if (!found.isEmpty()) {
                keys.put(element, found);
            }
        }
        return keys;
    }

    /**
     * Counts rows.
     *
     * @param type the type
     * @param query which rows; order and window are ignored
     * @return 0 or more
     */
    long count(EntityType<?> type, Query query);

    /**
     * Adds a row unless its key is taken. Of several concurrent calls with one key exactly one answers true.
     *
     * @param entity the row
     * @return whether it was added; when not, nothing has changed, and a transaction around the call goes on
     */
    boolean insert(Entity entity);

    /**
     * Adds rows, all or none, with as few round trips as the store knows.
     *
     * @param entities rows of one type; may be empty
     * @throws DuplicateKeyException when a key is taken
     */
    default void insertAll(List<? extends Entity> entities) {
        inTransaction(() -> {
            if (!entities.stream().allMatch(this::insert)) {
                throw new DuplicateKeyException("one of the keys is taken", null);
            }
            return null;
        });
    }

    /**
     * Changes some fields of one row and leaves all others as they are, also when somebody else changes those at the same time. Naming a key field moves the
     * row to another key.
     *
     * @param <E> the entity class
     * @param type the type
     * @param key the primary key of the row as it is stored
     * @param values an entity that holds the new values
     * @param fields names of stored fields to take from {@code values}
     * @return whether the row was there, changed or not
     * @throws DuplicateKeyException when the new key is taken
     */
    <E extends Entity> boolean update(EntityType<E> type, EntityKey key, E values, Collection<String> fields);

    /**
     * Sets scalar fields of all rows that fulfil the conditions, with a constant number of statements. The conditions are judged together with the change: of
     * several concurrent calls that make the same condition false, exactly one changes the row.
     *
     * @param type the type
     * @param query which rows; order and window are ignored
     * @param values new value by field; scalar, stored, no key, not packed
     * @return how many rows fulfilled the conditions
     */
    int updateAll(EntityType<?> type, Query query, Map<String, ?> values);

    /**
     * Removes all rows that fulfil the conditions, with a constant number of statements. Of several concurrent calls exactly one counts a row.
     *
     * @param type the type
     * @param query which rows; when it has a limit, at most so many are removed, in its order
     * @return how many were removed
     */
    int delete(EntityType<?> type, Query query);

    /**
     * Runs work in one transaction: all of it is stored, or, when the work throws, nothing. A call inside of a transaction joins it. Work that failed because
     * of a deadlock or a lost connection may be run again from its beginning, so it must not have effects outside of the store.
     *
     * <p>After an error of a call inside, or of a joined transaction, nothing is stored, even if the work catches the exception and goes on; the outermost call
     * then throws a {@link StoreException}.
     *
     * @param <T> what the work answers
     * @param work the work, on the calling thread
     * @return what the work answers
     */
    <T> T inTransaction(Supplier<T> work);
}
