package iam.providers.jpa;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.store.Condition.Equal;
import iam.spi.store.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of a type, made from the catalogue. */
final class Table<E extends Entity> {
    /** Never a column of a field, because that word gets an underscore. */
    private static final String PACKED = "attributes";

    private final EntityType<E> type;
    private final String name;
    private final Map<String, Column> byField = new LinkedHashMap<>();
    private final Collection<Column> columns;
    private final PackedColumn packed;
    private final String insertion;
    private final List<ScalarColumn> keys;
    private final List<LinkTable> links;
    private final List<List<ScalarColumn>> indexes;
    private final List<ScalarColumn> scopes;
    private final Set<ScalarColumn> searched;

    Table(EntityType<E> type) {
        this.type = type;
        this.name = Names.table(type.name());
        List<String> indexed = type.indexes().stream().flatMap(List::stream).toList();
        List<EntityField> together = type.stored().stream().filter(EntityField::packed).toList();
        this.packed = together.isEmpty() ? null : new PackedColumn(PACKED, together);
        for (EntityField field : type.stored()) {
            byField.put(field.name(), column(field, field.key() || indexed.contains(field.name())));
        }
        this.columns = List.copyOf(new LinkedHashSet<>(byField.values()));
        this.insertion = Statements.insert(name, columns.stream().map(Column::name).toList());
        this.keys = type.keys().stream().map(field -> (ScalarColumn) byField.get(field.name())).toList();
        this.links = type.stored().stream().filter(EntityField::lookup).map(field -> LinkTable.of(name, field, keys)).toList();
        this.indexes = type.indexes().stream().map(this::index).toList();
        this.scopes = keys.size() < 2 && type.scope().key() ? List.of() : narrowing().filter(column -> keys.size() > 1 || column != keys.get(0)).distinct().toList();
        this.searched = scopes.isEmpty() ? Set.of()
                : Stream.concat(keys.stream(), indexes.stream().flatMap(List::stream)).filter(column -> column.type() == ColumnType.VARCHAR).collect(Collectors.toSet());
        if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("two fields of " + type.name() + " would have the same column");
        }
    }

    /** The beginning of the key, the field of the organization, and what stands before the time of creation in an index: it serves lists of the newest rows. */
    private Stream<ScalarColumn> narrowing() {
        Stream<ScalarColumn> newest = type.indexes().stream().filter(index -> index.indexOf("createdTime") == 1).map(index -> scalar(index.get(0)));
        return Stream.concat(Stream.of(keys.get(0), scalar(type.scope().name())), newest);
    }

    private Column column(EntityField field, boolean indexed) {
        if (field.packed()) {
            return packed;
        }
        return field.kind().scalar() ? ScalarColumn.of(field, indexed) : JsonColumn.of(field);
    }

    EntityType<E> type() {
        return type;
    }

    String name() {
        return name;
    }

    /** Null when no field is packed. */
    PackedColumn packed() {
        return packed;
    }

    List<ScalarColumn> keys() {
        return keys;
    }

    List<LinkTable> links() {
        return links;
    }

    Collection<Column> columns() {
        return columns;
    }

    /** The statement that inserts a row, with the columns in their order. */
    String insertion() {
        return insertion;
    }

    /** The indexes of the catalogue, each with the rest of the key behind it, so that a sorted page can be read from it. */
    List<List<ScalarColumn>> indexes() {
        return indexes;
    }

    /** The columns that say to whom a row belongs, by which lists are narrowed; none for types that are not listed. */
    List<ScalarColumn> scopes() {
        return scopes;
    }

    /** The indexed columns that may be searched for a part of their text. */
    Set<ScalarColumn> searched() {
        return searched;
    }

    /** Whether an index finds the texts of a column, among the rows with a value in another column if that is not null. */
    boolean indexed(ScalarColumn scope, ScalarColumn column) {
        List<ScalarColumn> first = scope == null ? List.of(column) : List.of(scope, column);
        return Stream.concat(Stream.of(keys), indexes.stream()).anyMatch(index -> index.size() >= first.size() && index.subList(0, first.size()).equals(first));
    }

    private List<ScalarColumn> index(List<String> fields) {
        Set<ScalarColumn> index = new LinkedHashSet<>();
        fields.forEach(field -> index.add(scalar(field)));
        index.addAll(keys);
        return List.copyOf(index);
    }

    Column column(String field) {
        Column column = byField.get(field);
        if (column == null) {
            throw new IllegalArgumentException(type.name() + "." + field + " is not stored");
        }
        return column;
    }

    ScalarColumn scalar(String field) {
        if (column(field) instanceof ScalarColumn scalar) {
            return scalar;
        }
        throw new IllegalArgumentException(type.name() + "." + field + " can't be compared");
    }

    LinkTable link(String field) {
        return links.stream().filter(link -> link.field().name().equals(field)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.name() + "." + field + " is not looked up by"));
    }

    /** The columns that rows are ordered by: the sort field of the query if there is one, then the key. */
    List<ScalarColumn> order(Query query) {
        Set<ScalarColumn> order = new LinkedHashSet<>();
        if (!query.sort().isEmpty()) {
            order.add(scalar(query.sort()));
        }
        order.addAll(keys);
        return List.copyOf(order);
    }

    /** The columns that the conditions of a query pin to one value. */
    List<ScalarColumn> pinned(Query query) {
        return query.conditions().stream().filter(Equal.class::isInstance).map(condition -> scalar(condition.field())).toList();
    }

    /** The columns of an index up to this one, or of the whole index, in which it is not the first and all others are among these; else none. */
    List<ScalarColumn> lookUp(ScalarColumn column, Set<ScalarColumn> these, boolean whole) {
        return Stream.concat(Stream.of(keys), indexes.stream()).filter(index -> index.indexOf(column) > 0)
                .map(index -> whole ? index : index.subList(0, index.indexOf(column) + 1))
                .filter(index -> index.stream().allMatch(other -> other.equals(column) || these.contains(other))).findFirst().orElse(List.of());
    }

    /** The parameters of a key; null when no row can have it. */
    List<Object> parameters(EntityKey key) {
        if (key.parts().size() != keys.size() || key.incomplete()) {
            return null;
        }
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String part = key.parts().get(i);
            if (keys.get(i).type() != ColumnType.VARCHAR && !part.matches("-?(0|[1-9][0-9]{0,17})")) {
                return null;
            }
            parameters.add(keys.get(i).type() == ColumnType.VARCHAR ? part : Long.valueOf(part));
        }
        return parameters;
    }
}
