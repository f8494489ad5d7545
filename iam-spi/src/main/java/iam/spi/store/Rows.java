package iam.spi.store;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityKey;
import iam.api.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Applies queries and changes to rows that are in memory, as the contract of {@link EntityStore} has it: for stores whose database can't do it itself.
 * Stateless.
 */
public final class Rows {
    private Rows() {
    }

    /**
     * The rows that a query means.
     *
     * @param <E> the entity class
     * @param type the type
     * @param query which rows, in which order, and which part of them
     * @param rows all rows, or at least those that fulfil the conditions; not changed
     * @return a new list of the same objects, in the order of the query, or of their keys when it names none
     * @throws IllegalArgumentException when the query names a field that does not exist or does not fit
     */
    public static <E extends Entity> List<E> select(EntityType<E> type, Query query, Collection<? extends E> rows) {
        Stream<? extends E> fitting = rows.stream().filter(new RowFilter(type, query.conditions()));
        return new ArrayList<>(fitting.sorted(new RowOrder(type, query)).skip(query.offset()).limit(query.limit()).toList());
    }

    /**
     * Counts the rows that fulfil the conditions of a query.
     *
     * @param type the type
     * @param query which rows; order and window are ignored
     * @param rows all rows, or at least those that fulfil the conditions
     * @return 0 or more
     * @throws IllegalArgumentException when the query names a field that does not exist or does not fit
     */
    public static long count(EntityType<?> type, Query query, Collection<? extends Entity> rows) {
        return rows.stream().filter(new RowFilter(type, query.conditions())).count();
    }

    /**
     * Finds the rows whose list contains an element, for {@link EntityStore#keysByElement}, in one pass.
     *
     * @param type the type
     * @param field a list of texts marked {@link iam.api.Lookup}
     * @param elements the elements
     * @param rows all rows, or at least those that have one of the elements
     * @return for each element that any row has, the keys of these rows
     * @throws IllegalArgumentException when the field does not exist or is not stored
     */
    public static Map<String, List<EntityKey>> keysByElement(EntityType<?> type, String field, Collection<String> elements, Collection<? extends Entity> rows) {
        EntityField list = Fields.stored(type, field);
        Set<String> wanted = Set.copyOf(elements);
        Map<String, List<EntityKey>> keys = new HashMap<>();
        for (Entity row : rows) {
            Stream<?> held = list.get(row) instanceof List<?> texts ? texts.stream().distinct() : Stream.of();
            held.filter(wanted::contains).forEach(element -> keys.computeIfAbsent(element.toString(), any -> new ArrayList<>()).add(type.keyOf(row)));
        }
        return keys;
    }

    /**
     * What sets fields of a row, for {@link EntityStore#updateAll}.
     *
     * @param type the type
     * @param values new value by field
     * @return changes the row it is given
     * @throws IllegalArgumentException when a field does not exist, is part of the key or is no stored scalar
     */
    public static Consumer<Entity> setting(EntityType<?> type, Map<String, ?> values) {
        Map<EntityField, Object> converted = new LinkedHashMap<>();
        values.forEach((name, value) -> converted.put(Fields.assignable(type, name), Fields.convert(type.field(name), value)));
        return row -> converted.forEach((field, value) -> field.set(row, value));
    }

    /**
     * What copies fields into a row, for {@link EntityStore#update}.
     *
     * @param type the type
     * @param values holds the new values; lists, maps and nested objects are shared with the changed rows
     * @param fields names of stored fields
     * @return changes the row it is given
     * @throws IllegalArgumentException when a field does not exist or is not stored
     */
    public static Consumer<Entity> copying(EntityType<?> type, Entity values, Collection<String> fields) {
        List<EntityField> copied = fields.stream().map(name -> Fields.stored(type, name)).toList();
        return row -> copied.forEach(field -> field.set(row, field.get(values)));
    }
}
