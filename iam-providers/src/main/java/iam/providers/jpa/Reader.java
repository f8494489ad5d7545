package iam.providers.jpa;

import iam.api.Entity;
import iam.spi.store.Query;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

/** Reads entities with JPQL, straight from the database: nothing is managed and nothing is cached. */
final class Reader {
    /** So many queries are kept prepared; there are fewer spellings unless somebody sorts and filters by everything. */
    private static final int MOST_KEPT = 500;

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
        if (query.limit() != Query.ALL && (query.offset() > 0 || !query.sort().isEmpty())) {
            return page(table, query);
        }
        Where where = Where.jpql(table, dialect, query);
        return results(select(table) + rows(where, query), table.type().javaType(), where.parameters(), query.offset(), query.limit());
    }

    /** Finds the keys of a page in an index, then reads only its rows. Databases asked for whole rows read and sort all of the table, or all that they skip. */
    private <E extends Entity> List<E> page(Table<E> table, Query query) {
        if (query.limit() == 0) {
            return new ArrayList<>();
        }
        Where where = Where.select(table, dialect, query);
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(query.limit());
        parameters.add(query.offset());
        String keys = table.keys().stream().map(key -> Where.ALIAS + "." + key.name()).collect(Collectors.joining(", "));
        String same = table.keys().stream().map(key -> "r." + key.name() + " = k." + key.name()).collect(Collectors.joining(" AND "));
        String sql = "SELECT r.* FROM (SELECT " + keys + " FROM " + table.name() + " " + Where.ALIAS + where.sources() + where.text() + where.order(query) + " LIMIT ?"
                + (parameters.size() - 1) + " OFFSET ?" + parameters.size() + ") k JOIN " + table.name() + " r ON " + same + where.order(query, column -> "r." + column.name());
        try (EntityManager manager = factory.createEntityManager()) {
            return results(query(manager, sql, table.type().javaType(), () -> manager.createNativeQuery(sql, table.type().javaType())), parameters);
        }
    }

    /** Reads only the columns of some fields, and the first part of the key so that there are always two. */
    <E extends Entity> List<E> list(Table<E> table, Query query, List<String> fields) {
        List<ScalarColumn> columns = Stream.concat(Stream.of(table.keys().get(0)), fields.stream().map(table::scalar)).toList();
        Where where = Where.jpql(table, dialect, query);
        String selected = columns.stream().map(column -> Where.ALIAS + "." + column.name()).collect(Collectors.joining(", "));
        String text = "SELECT " + selected + " FROM " + table.name() + " " + Where.ALIAS + rows(where, query);
        List<E> list = new ArrayList<>();
        for (Object[] row : results(text, Object[].class, where.parameters(), query.offset(), query.limit())) {
            E entity = table.type().create();
            for (int i = 0; i < row.length; i++) {
                columns.get(i).set(entity, row[i]);
            }
            list.add(entity);
        }
        return list;
    }

    private static String rows(Where where, Query query) {
        boolean ordered = !query.sort().isEmpty() || query.offset() > 0 || query.limit() != Query.ALL;
        return where.sources() + where.text() + (ordered ? where.order(query) : "");
    }

    long count(Table<?> table, Query query) {
        Where where = Where.jpql(table, dialect, query);
        String counted = "SELECT COUNT(" + Where.ALIAS + "." + table.keys().get(0).name() + ") FROM " + table.name() + " " + Where.ALIAS;
        return results(counted + where.sources() + where.text(), Long.class, where.parameters(), 0, Query.ALL).get(0);
    }

    private static String select(Table<?> table) {
        return "SELECT " + Where.ALIAS + " FROM " + table.name() + " " + Where.ALIAS;
    }

    private <T> List<T> results(String jpql, Class<T> type, List<Object> parameters, int offset, int limit) {
        if (limit == 0) {
            return new ArrayList<>(); // to JPA this would mean: no limit
        }
        try (EntityManager manager = factory.createEntityManager()) {
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
        if (kept.size() < MOST_KEPT) {
            factory.addNamedQuery(text, query);
            kept.add(text);
        }
        return query;
    }
}
