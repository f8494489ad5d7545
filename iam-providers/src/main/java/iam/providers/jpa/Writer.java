package iam.providers.jpa;

import iam.api.Entity;
import iam.spi.store.Query;
import java.sql.Connection;
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

    Writer(Transactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.dialect = dialect;
    }

    boolean insert(Table<?> table, Entity entity) {
        String action = "inserting a " + table.type();
        if (table.links().stream().allMatch(link -> link.elements(entity).isEmpty())) {
            return transactions.statement(action, connection -> insertRow(connection, table, entity));
        }
        return transactions.together(action, connection -> {
            boolean inserted = insertRow(connection, table, entity);
            if (inserted) {
                for (LinkTable link : table.links()) {
                    Links.insert(connection, link, Links.keyOf(table, entity), entity);
                }
            }
            return inserted;
        });
    }

    /** A statement that meets a taken key changes nothing and leaves the transaction alive, on H2 and on MariaDB. */
    private static boolean insertRow(Connection connection, Table<?> table, Entity entity) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        table.columns().forEach(column -> row.put(column.name(), column.get(entity)));
        try {
            return Statements.execute(connection, Statements.insert(table.name(), row.keySet()), new ArrayList<>(row.values())) == 1;
        } catch (SQLException e) {
            if (Failures.duplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    boolean update(Table<?> table, List<Object> key, Entity values, Collection<String> fields) {
        RowChange change = new RowChange(table, key, values, fields);
        String action = "updating a " + table.type();
        if (change.single()) {
            return transactions.statement(action, change::write);
        }
        return transactions.together(action, change::lockAndWrite);
    }

    int updateAll(Table<?> table, Query query, Map<String, ?> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            ScalarColumn column = table.scalar(name);
            if (column.field().key()) {
                throw new IllegalArgumentException(table.type() + "." + name + " is part of the key");
            }
            row.put(column.name(), column.parameter(value));
        });
        Where where = Where.sql(table, dialect, query);
        List<Object> parameters = new ArrayList<>(row.values());
        parameters.addAll(where.parameters());
        String sql = Statements.update(table.name(), row.keySet(), where.text());
        return transactions.statement("updating rows of " + table.type(), connection -> Statements.execute(connection, sql, parameters));
    }

    int delete(Table<?> table, Query query) {
        Where where = Where.sql(table, dialect, query);
        List<Object> parameters = new ArrayList<>(where.parameters());
        String sql = "DELETE FROM " + table.name() + where.text();
        if (query.limit() != Query.ALL) {
            sql = dialect.deleteSome(table.name(), where.text(), where.order(query));
            parameters.add(query.limit());
        }
        String statement = sql;
        return transactions.statement("deleting rows of " + table.type(), connection -> Statements.execute(connection, statement, parameters));
    }
}
