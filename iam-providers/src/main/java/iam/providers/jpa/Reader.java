package iam.providers.jpa;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.spi.store.Condition;
import iam.spi.store.Condition.Equal;
import iam.spi.store.Condition.In;
import iam.spi.store.Query;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ReadQuery;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Reads entities with JPQL, straight from the database: nothing is managed and nothing is cached. */
final class Reader {
    /** So many queries are kept prepared; there are fewer spellings unless somebody sorts and filters by everything. */
    private static final int MOST_KEPT = 500;
    static final int FEW = 4;
    /** Behind the JPQL of a query for one row. */
    private static final String FIRST = " LIMIT 1";
    /** So many elements are looked for with one statement. */
    private static final int MOST_ELEMENTS = 1000;

    private final EntityManagerFactory factory;
    private final Dialect dialect;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    Reader(EntityManagerFactory factory, Dialect dialect) {
        this.factory = factory;
        this.dialect = dialect;
    }

    <E extends Entity> List<E> find(Table<E> table, List<Object> key) {
        StringJoiner where = new StringJoiner(" AND ", " WHERE ", "");
        for (int i = 0; i < key.size(); i++) {
            where.add(Where.ALIAS + "." + table.keys().get(i).name() + " = ?" + (i + 1));
        }
        return results(select(table) + where, table.type().javaType(), key, 0, Query.ALL);
    }

    <E extends Entity> List<E> list(Table<E> table, Query query) {
        if (query.limit() == 0) {
            return new ArrayList<>(); // to JPA this would mean: no limit
        }
        if (query.limit() != Query.ALL && (query.offset() > 0 || !query.sort().isEmpty())) {
            return page(table, query);
        }
        if (dialect.looksUpValues() && query.conditions().stream().anyMatch(In.class::isInstance)) {
            List<Object> parameters = new ArrayList<>();
            return entities(table, "SELECT " + Where.ALIAS + ".*" + from(table, query, parameters), parameters);
        }
        Where where = Where.jpql(table, dialect, query);
        return results(select(table) + rows(where, query), table.type().javaType(), where.parameters(), query.offset(), query.limit());
    }

    /** Finds the keys of a page in an index, then reads only its rows. Databases asked for whole rows read and sort all of the table, or all that they skip. */
    private <E extends Entity> List<E> page(Table<E> table, Query query) {
        List<Object> parameters = new ArrayList<>();
        String keys = organizations(table, query).map(several -> keysOfSeveral(table, query, several, parameters)).orElseGet(() -> keys(table, query, parameters));
        String same = table.keys().stream().map(key -> "r." + key.name() + " = k." + key.name()).collect(Collectors.joining(" AND "));
        String sql = "SELECT r.* FROM (" + keys + ") k JOIN " + table.name() + " r ON " + same;
        List<E> rows = entities(table, sql, parameters);
        rows.sort(order(table, query));
        return rows;
    }

    private <E extends Entity> List<E> entities(Table<E> table, String sql, List<Object> parameters) {
        try (EntityManager manager = factory.createEntityManager()) {
            return results(query(manager, sql, table.type().javaType(), () -> manager.createNativeQuery(sql, table.type().javaType())), parameters);
        }
    }

    /** The order of the database, made here: MariaDB would copy whole rows to a table on disk to sort ten of them. */
    private Comparator<Entity> order(Table<?> table, Query query) {
        Comparator<Entity> order = (one, other) -> 0;
        for (ScalarColumn column : table.order(query)) {
            order = order.thenComparing((one, other) -> dialect.compare(column.get(one), column.get(other)));
        }
        return query.descending() ? order.reversed() : order;
    }

    private String keys(Table<?> table, Query query, List<Object> parameters) {
        return "SELECT " + columns(table.order(query)) + from(table, query, parameters);
    }

    private static String window(Query query, List<Object> parameters) {
        parameters.add(query.limit());
        parameters.add(query.offset());
        return " LIMIT ?" + (parameters.size() - 1) + " OFFSET ?" + parameters.size();
    }

    /** A condition that names a few organizations: an index has the rows of each in order, but not those of all together. */
    private static Optional<In> organizations(Table<?> table, Query query) {
        List<In> several = query.conditions().stream().filter(In.class::isInstance).map(In.class::cast)
                .filter(in -> table.scopes().contains(table.scalar(in.field()))).toList();
        boolean few = several.size() == 1 && !several.get(0).values().isEmpty() && several.get(0).values().size() <= FEW;
        return few ? Optional.of(several.get(0)) : Optional.empty();
    }

    private String keysOfSeveral(Table<?> table, Query query, In several, List<Object> parameters) {
        List<Condition> others = query.conditions().stream().filter(condition -> condition != several).toList();
        Query all = new Query(others, query.sort(), query.descending(), 0, (int) Math.min(Query.ALL, (long) query.offset() + query.limit()));
        String each = several.values().stream().distinct().map(value -> "(" + keys(table, all.and(new Equal(several.field(), value)), parameters) + ")").collect(Collectors.joining(" UNION ALL "));
        return "SELECT * FROM (" + each + ") u" + Where.order(table.order(query), query, column -> "u." + column.name()) + window(query, parameters);
    }

    /** Reads only the columns of some fields, and the first part of the key so that there are always two. */
    <E extends Entity> List<E> list(Table<E> table, Query query, List<String> fields) {
        List<ScalarColumn> columns = Stream.concat(Stream.of(table.keys().get(0)), fields.stream().map(table::scalar)).toList();
        List<Object> parameters = new ArrayList<>();
        String sql = "SELECT " + columns(columns) + from(table, query, parameters);
        List<E> list = new ArrayList<>();
        for (Object[] row : query.limit() == 0 ? List.<Object[]>of() : rows(sql, parameters)) {
            E entity = table.type().create();
            for (int i = 0; i < row.length; i++) {
                columns.get(i).set(entity, row[i]);
            }
            list.add(entity);
        }
        return list;
    }

    /** From the link table alone, which has the keys. */
    Map<String, List<EntityKey>> keysByElement(LinkTable link, Collection<String> elements) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        elements.forEach(element -> byColumn.put(LinkTable.element(element), element));
        List<String> wanted = List.copyOf(byColumn.keySet());
        Map<String, List<EntityKey>> keys = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += MOST_ELEMENTS) {
            for (Object[] row : links(link, wanted.subList(from, Math.min(wanted.size(), from + MOST_ELEMENTS)))) {
                List<String> parts = Stream.of(row).skip(1).map(Object::toString).toList();
                keys.computeIfAbsent(byColumn.get(row[0].toString()), element -> new ArrayList<>()).add(new EntityKey(parts));
            }
        }
        return keys;
    }

    private List<Object[]> links(LinkTable link, List<String> elements) {
        List<Object> parameters = new ArrayList<>();
        String columns = Stream.concat(Stream.of(LinkTable.ELEMENT), link.keys().stream().map(ScalarColumn::name)).collect(Collectors.joining(", "));
        String sql = "SELECT " + columns + " FROM " + link.name() + " WHERE " + Where.in(LinkTable.ELEMENT, elements, element -> {
            parameters.add(element);
            return "?" + parameters.size();
        });
        return rows(sql, parameters);
    }

    private List<Object[]> rows(String sql, List<Object> parameters) {
        try (EntityManager manager = factory.createEntityManager()) {
            return results(query(manager, sql, Object[].class, () -> manager.createNativeQuery(sql)), parameters);
        }
    }

    private static String columns(List<ScalarColumn> columns) {
        return columns.stream().map(column -> Where.ALIAS + "." + column.name()).collect(Collectors.joining(", "));
    }

    /** All of a SELECT in SQL but its columns. */
    private String from(Table<?> table, Query query, List<Object> parameters) {
        Where where = Where.select(table, dialect, query, parameters);
        String window = query.offset() > 0 || query.limit() != Query.ALL ? window(query, parameters) : "";
        return " FROM " + table.name() + " " + Where.ALIAS + rows(where, query) + window;
    }

    private static String rows(Where where, Query query) {
        boolean ordered = !query.sort().isEmpty() || query.offset() > 0 || query.limit() != Query.ALL;
        return where.sources() + where.text() + (ordered ? where.order(query) : "");
    }

    long count(Table<?> table, Query query) {
        List<Object> parameters = new ArrayList<>();
        Where where = Where.select(table, dialect, query, parameters);
        String sql = "SELECT COUNT(*) FROM " + table.name() + " " + Where.ALIAS + where.sources() + where.text();
        try (EntityManager manager = factory.createEntityManager()) {
            List<Number> counted = results(query(manager, sql, Number.class, () -> manager.createNativeQuery(sql)), parameters);
            return counted.get(0).longValue();
        }
    }

    private static String select(Table<?> table) {
        return "SELECT " + Where.ALIAS + " FROM " + table.name() + " " + Where.ALIAS;
    }

    private <T> List<T> results(String jpql, Class<T> type, List<Object> parameters, int offset, int limit) {
        try (EntityManager manager = factory.createEntityManager()) {
            if (offset == 0 && limit == 1) {
                return results(query(manager, jpql + FIRST, type, () -> manager.createQuery(jpql, type)), parameters);
            }
            jakarta.persistence.Query query = query(manager, jpql, type, () -> manager.createQuery(jpql, type));
            if (offset > 0) {
                query.setFirstResult(offset);
            }
            if (limit != Query.ALL) {
                query.setMaxResults(limit);
            }
            return results(query, parameters);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> results(jakarta.persistence.Query query, List<Object> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return new ArrayList<>((List<T>) query.getResultList());
    }

    /** A kept query is parsed once, and its SQL is made once. */
    private jakarta.persistence.Query query(EntityManager manager, String text, Class<?> type, Supplier<jakarta.persistence.Query> made) {
        if (kept.contains(text)) {
            return manager.createNamedQuery(text);
        }
        jakarta.persistence.Query query = made.get();
        if (Entity.class.isAssignableFrom(type)) {
            query.setHint(QueryHints.READ_ONLY, HintValues.TRUE);
            query.setHint(QueryHints.MAINTAIN_CACHE, HintValues.FALSE);
        }
        if (text.endsWith(FIRST)) {
            query.setMaxResults(1);
        }
        if (kept.size() < MOST_KEPT) {
            keep(text, query);
        }
        return query;
    }

    /** With the limit in what EclipseLink prepares: it would take one that JPA keeps as a change with each use, and make the SQL anew. */
    private void keep(String text, jakarta.persistence.Query query) {
        if (text.endsWith(FIRST)) {
            ReadQuery first = (ReadQuery) query.unwrap(DatabaseQuery.class).clone();
            first.setMaxRows(1);
            factory.unwrap(ServerSession.class).addQuery(text, first, true);
        } else {
            factory.addNamedQuery(text, query);
        }
        kept.add(text);
    }
}
