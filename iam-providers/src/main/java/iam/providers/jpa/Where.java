package iam.providers.jpa;

import iam.spi.store.Condition;
import iam.spi.store.Condition.Contains;
import iam.spi.store.Condition.Equal;
import iam.spi.store.Condition.Greater;
import iam.spi.store.Condition.Has;
import iam.spi.store.Condition.In;
import iam.spi.store.Condition.Less;
import iam.spi.store.Condition.NotEqual;
import iam.spi.store.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The conditions of a query as text with parameters, in JPQL for reading or in SQL for bulk statements: for what is used here both are spelled alike. */
final class Where {
    /** The alias of a table in JPQL. */
    static final String ALIAS = "e";

    private final Table<?> table;
    private final Dialect dialect;
    private final Language language;
    private final List<Object> parameters;
    private final StringBuilder sources = new StringBuilder();
    private final StringJoiner text = new StringJoiner(" AND ", " WHERE ", "").setEmptyValue("");

    private Where(Table<?> table, Dialect dialect, Language language, List<Object> parameters) {
        this.table = table;
        this.dialect = dialect;
        this.language = language;
        this.parameters = parameters;
    }

    /** What the text is for. */
    private enum Language {
        JPQL, SELECT, BULK
    }

    static Where jpql(Table<?> table, Dialect dialect, Query query) {
        return new Where(table, dialect, Language.JPQL, new ArrayList<>()).all(query);
    }

    /** For a SELECT in SQL that JPA runs; its parameters come behind those that are there already. */
    static Where select(Table<?> table, Dialect dialect, Query query, List<Object> parameters) {
        return new Where(table, dialect, Language.SELECT, parameters).all(query);
    }

    /** For an UPDATE or DELETE, or another statement of JDBC, without an alias. */
    static Where bulk(Table<?> table, Dialect dialect, Query query) {
        return new Where(table, dialect, Language.BULK, new ArrayList<>()).all(query);
    }

    private Where all(Query query) {
        List<Condition> left = new ArrayList<>(query.conditions());
        if (language != Language.JPQL && dialect.looksUpValues()) {
            lookedUp(left);
        }
        left.forEach(condition -> text.add(text(condition)));
        return this;
    }

    /** A list of values for a column that comes second in an index, or later, and columns beside it that are equal to something. */
    private void lookedUp(List<Condition> left) {
        List<In> lists = left.stream().filter(In.class::isInstance).map(In.class::cast).filter(in -> !in.values().isEmpty()).toList();
        if (lists.isEmpty()) {
            return;
        }
        Map<ScalarColumn, Equal> pinned = new HashMap<>();
        left.stream().filter(Equal.class::isInstance).map(Equal.class::cast).forEach(equal -> pinned.put(table.scalar(equal.field()), equal));
        for (In in : lists) {
            ScalarColumn column = table.scalar(in.field());
            List<ScalarColumn> index = table.lookUp(column, pinned.keySet(), language == Language.BULK);
            if (!index.isEmpty() && column.type() == ColumnType.VARCHAR && !pinned.containsKey(column)) {
                left.remove(in);
                if (language == Language.SELECT) {
                    join(index, pinned, column, in);
                } else {
                    text.add(rows(index, pinned, in));
                    index.forEach(equal -> left.remove(pinned.get(equal)));
                }
                return;
            }
        }
    }

    /** Begins with the values, each once: of an inner join H2 would read the table first as soon as an index has its order. */
    private void join(List<ScalarColumn> index, Map<ScalarColumn, Equal> pinned, ScalarColumn column, In in) {
        String values = values(List.copyOf(in.values()), value -> "(CAST(" + parameter(value.toString()) + " AS VARCHAR))");
        sources.append(" RIGHT JOIN (SELECT DISTINCT value_ FROM (VALUES ").append(values).append(") u (value_)) v ON ").append(reference(column)).append(" = v.value_");
        index.stream().filter(pinned::containsKey)
                .forEach(equal -> sources.append(" AND ").append(reference(equal)).append(" = ").append(parameter(equal.parameter(pinned.get(equal).value()))));
    }

    /** A list of rows, since SQL can't join in UPDATE and DELETE. */
    private String rows(List<ScalarColumn> index, Map<ScalarColumn, Equal> pinned, In in) {
        String columns = index.stream().map(this::reference).collect(Collectors.joining(", ", "(", ")"));
        return in(columns, List.copyOf(in.values()), value -> index.stream()
                .map(column -> parameter(column.parameter(pinned.containsKey(column) ? pinned.get(column).value() : value))).collect(Collectors.joining(", ", "(", ")")));
    }

    /** More sources for the FROM clause. */
    String sources() {
        return sources.toString();
    }

    /** The clause, or nothing when all rows fit. */
    String text() {
        return text.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    /** The ORDER BY clause: the sort field if there is one, then the key; spelled so that the database reads the order from an index. */
    String order(Query query) {
        return order(dialect.order(table, query), query, this::reference);
    }

    /** The same with the columns spelled in another way. */
    static String order(List<ScalarColumn> columns, Query query, Function<ScalarColumn, String> reference) {
        String direction = query.descending() ? " DESC" : "";
        return columns.stream().map(column -> reference.apply(column) + direction).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private String text(Condition condition) {
        if (condition instanceof Has has) {
            return has(table.link(has.field()), has.value());
        }
        ScalarColumn column = table.scalar(condition.field());
        if (condition instanceof Equal equal) {
            return reference(column) + " = " + parameter(column.parameter(equal.value()));
        } else if (condition instanceof NotEqual not) {
            return reference(column) + " <> " + parameter(column.parameter(not.value()));
        } else if (condition instanceof Less less) {
            return reference(column) + " < " + parameter(column.parameter(less.value()));
        } else if (condition instanceof Greater greater) {
            return reference(column) + " > " + parameter(column.parameter(greater.value()));
        } else if (condition instanceof In in) {
            return in(reference(column), List.copyOf(in.values()), value -> parameter(column.parameter(value)));
        }
        return contains(column, ((Contains) condition).value());
    }

    static <T> String in(String column, List<? extends T> values, Function<T, String> parameter) {
        return values.isEmpty() ? "1 = 0" : column + " IN (" + values(values, parameter) + ")";
    }

    /** The list is filled up to a power of two, so that lists of many sizes share a prepared statement. */
    private static <T> String values(List<? extends T> values, Function<T, String> parameter) {
        int size = Integer.highestOneBit(2 * values.size() - 1);
        StringJoiner list = new StringJoiner(", ");
        for (int i = 0; i < size; i++) {
            list.add(parameter.apply(values.get(Math.min(i, values.size() - 1))));
        }
        return list.toString();
    }

    private String contains(ScalarColumn column, String value) {
        return written(column) + " LIKE " + parameter("%" + value.replace("!", "!!") + "%") + " ESCAPE '!'";
    }

    private String written(ScalarColumn column) {
        return switch (column.type()) {
            case BOOLEAN -> "CASE WHEN " + reference(column) + " = TRUE THEN 'true' ELSE 'false' END";
            case INTEGER, BIGINT, DOUBLE -> dialect.asText(reference(column), column.type());
            default -> dialect.searched(reference(column));
        };
    }

    /** JPQL joins the link table, which databases plan best; once, because EclipseLink takes a second join for the first. SQL can't join in UPDATE and DELETE. */
    private String has(LinkTable link, String value) {
        String element = LinkTable.element(value);
        if (language == Language.BULK || language == Language.SELECT && !sources.isEmpty()) {
            return "EXISTS (SELECT 1 FROM " + link.name() + linked(link, key -> link.name() + "." + key, this::reference) + " AND " + LinkTable.ELEMENT + " = "
                    + parameter(element) + ")";
        } else if (language == Language.SELECT) {
            sources.append(", ").append(link.name()).append(" l");
            return linked(link, key -> "l." + key, this::reference).substring(" WHERE ".length()) + " AND l." + LinkTable.ELEMENT + " = " + parameter(element);
        } else if (sources.isEmpty()) {
            sources.append(", TABLE('").append(link.name()).append("') l");
            return linked(link, key -> "COLUMN('" + key + "', l)", this::reference).substring(" WHERE ".length()) + " AND COLUMN('" + LinkTable.ELEMENT
                    + "', l) = " + parameter(element);
        }
        String keys = link.keys().stream().map(this::reference).collect(Collectors.joining(", "));
        return "SQL('(SELECT COUNT(*) FROM " + link.name() + linked(link, key -> key, key -> "?") + " AND " + LinkTable.ELEMENT + " = ?)', " + keys + ", "
                + parameter(element) + ") > 0";
    }

    private static String linked(LinkTable link, UnaryOperator<String> column, Function<ScalarColumn, String> value) {
        return link.keys().stream().map(key -> column.apply(key.name()) + " = " + value.apply(key)).collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private String reference(ScalarColumn column) {
        return (language == Language.BULK ? table.name() : ALIAS) + "." + column.name();
    }

    private String parameter(Object value) {
        parameters.add(value);
        return language == Language.BULK ? "?" : "?" + parameters.size();
    }
}
