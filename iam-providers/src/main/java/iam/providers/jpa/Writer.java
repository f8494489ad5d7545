package iam.providers.jpa;

import iam.api.Entity;
import iam.spi.store.Condition;
import iam.spi.store.Query;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes with single SQL statements. JPA's unit of work is no help here: a failed flush dooms the transaction, so an insert couldn't answer "taken"; a change
 * of some columns would first read the row; and compare-and-set needs the condition in the statement.
 */
final class Writer {
    private final Transactions transactions;
    private final Dialect dialect;
    private final Totals totals;

    Writer(Transactions transactions, Dialect dialect, Totals totals) {
        this.transactions = transactions;
        this.dialect = dialect;
        this.totals = totals;
    }

    boolean insert(Table<?> table, Entity entity) {
        boolean inserted = inserted(table, entity);
        if (inserted) {
            transactions.afterwards(() -> totals.changed(table, entity, 1));
        }
        return inserted;
    }

    private boolean inserted(Table<?> table, Entity entity) {
        String action = "inserting a " + table.type();
        if (table.links().stream().allMatch(link -> link.elements(entity).isEmpty())) {
            return transactions.statement(action, session -> insertRow(session, table, entity));
        }
        return transactions.together(action, session -> {
            boolean inserted = insertRow(session, table, entity);
            if (inserted) {
                for (LinkTable link : table.links()) {
                    Links.insert(session, link, Links.keyOf(table, entity), entity);
                }
            }
            return inserted;
        });
    }

    /** One round trip for all rows of the table. */
    void insertAll(Table<?> table, List<? extends Entity> entities) {
        transactions.together("inserting rows of " + table.type(), session -> {
            session.executeAll(table.insertion(), entities.stream().map(entity -> row(table, entity)).toList());
            for (LinkTable link : table.links()) {
                for (Entity entity : entities) {
                    Links.insert(session, link, Links.keyOf(table, entity), entity);
                }
            }
            return null;
        });
        transactions.afterwards(() -> entities.forEach(entity -> totals.changed(table, entity, 1)));
    }

    private static List<Object> row(Table<?> table, Entity entity) {
        List<Object> row = new ArrayList<>();
        table.columns().forEach(column -> row.add(column.get(entity)));
        return row;
    }

    /** A statement that meets a taken key changes nothing and leaves the transaction alive, on H2 and on MariaDB. */
    private static boolean insertRow(SqlSession session, Table<?> table, Entity entity) throws SQLException {
        try {
            return session.execute(table.insertion(), row(table, entity)) == 1;
        } catch (SQLException e) {
            if (Failures.duplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    boolean update(Table<?> table, List<Object> key, Entity values, Collection<String> fields) {
        boolean updated = updated(table, key, values, fields);
        if (updated) {
            changed(table, fields);
        }
        return updated;
    }

    private void changed(Table<?> table, Collection<String> fields) {
        if (table.searched().stream().anyMatch(column -> fields.contains(column.field().name()))) {
            transactions.afterwards(() -> totals.changed(table));
        }
    }

    private boolean updated(Table<?> table, List<Object> key, Entity values, Collection<String> fields) {
        RowChange change = new RowChange(table, key, values, fields);
        String action = "updating a " + table.type();
        List<ScalarColumn> moving = table.scopes().stream().filter(scope -> fields.contains(scope.field().name()) && moves(table, scope, key, values)).toList();
        if (change.single() && moving.isEmpty()) {
            return transactions.statement(action, change::write);
        }
        return transactions.together(action, session -> {
            List<String> before = moving.isEmpty() ? null : session.row(Statements.lock(table.name(), names(moving), Statements.key(table.keys())), key);
            boolean written = change.single() ? change.write(session) : change.lockAndWrite(session);
            if (before != null && written) {
                transactions.afterwards(() -> moved(table, moving, before, values));
            }
            return written;
        });
    }

    /** Whether a row may go to another organization; of a column that is not part of the key only the stored row tells. */
    private static boolean moves(Table<?> table, ScalarColumn scope, List<Object> key, Entity values) {
        int part = table.keys().indexOf(scope);
        return part < 0 || !key.get(part).equals(scope.get(values));
    }

    private void moved(Table<?> table, List<ScalarColumn> moving, List<String> before, Entity values) {
        for (int i = 0; i < before.size(); i++) {
            totals.moved(table, moving.get(i), before.get(i), String.valueOf(moving.get(i).get(values)));
        }
    }

    private static List<String> names(List<ScalarColumn> columns) {
        return columns.stream().map(ScalarColumn::name).toList();
    }

    int updateAll(Table<?> table, Query query, Map<String, ?> values) {
        int updated = allUpdated(table, query, values);
        if (updated > 0) {
            changed(table, values.keySet());
        }
        return updated;
    }

    private int allUpdated(Table<?> table, Query query, Map<String, ?> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            ScalarColumn column = table.scalar(name);
            if (column.field().key()) {
                throw new IllegalArgumentException(table.type() + "." + name + " is part of the key");
            }
            row.put(column.name(), column.parameter(value));
        });
        Where where = Where.bulk(table, dialect, query);
        List<Object> parameters = new ArrayList<>(row.values());
        parameters.addAll(where.parameters());
        String sql = Statements.update(table.name(), row.keySet(), where.text());
        String action = "updating rows of " + table.type();
        List<ScalarColumn> moving = table.scopes().stream().filter(scope -> values.containsKey(scope.field().name())).toList();
        if (moving.isEmpty()) {
            return transactions.statement(action, session -> session.execute(sql, parameters));
        }
        return transactions.together(action, session -> {
            int updated = session.execute(sql, parameters);
            for (ScalarColumn scope : updated == 0 ? List.<ScalarColumn>of() : moving) {
                totals.forget(session, table, scope);
            }
            return updated;
        });
    }

    int delete(Table<?> table, Query query) {
        Where where = Where.bulk(table, dialect, query);
        List<Object> parameters = new ArrayList<>(where.parameters());
        String sql = "DELETE FROM " + table.name() + where.text();
        if (query.limit() != Query.ALL) {
            sql = dialect.deleteSome(table, where.text(), where.order(query));
            parameters.add(query.limit());
        }
        String statement = sql;
        String action = "deleting rows of " + table.type();
        List<String> known = known(table, query);
        if (known.size() == table.scopes().size()) {
            int deleted = transactions.statement(action, session -> session.execute(statement, parameters));
            transactions.afterwards(() -> totals.changed(table, known, -deleted));
            return deleted;
        }
        Map<List<String>, Long> deleted = transactions.statement(action,
                session -> session.deleted(dialect.returning(statement, names(table.scopes())), parameters));
        transactions.afterwards(() -> deleted.forEach((scopes, count) -> totals.changed(table, scopes, -count)));
        return deleted.values().stream().mapToInt(Long::intValue).sum();
    }

    /** The values of the columns that say whose the rows are, as far as the conditions pin them. */
    private static List<String> known(Table<?> table, Query query) {
        return table.scopes().stream().flatMap(scope -> query.conditions().stream().filter(condition -> condition instanceof Condition.Equal && condition.field().equals(scope.field().name()))
                .map(condition -> String.valueOf(((Condition.Equal) condition).value())).limit(1)).toList();
    }
}
