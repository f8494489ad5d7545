package iam.providers.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** SQL statements and their parameters. */
final class Statements {
    private static final int SOME = 1000;

    private Statements() {
    }

    static String insert(String table, Collection<String> columns) {
        StringJoiner marks = new StringJoiner(", ", " VALUES (", ")");
        columns.forEach(column -> marks.add("?"));
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ")" + marks;
    }

    static String update(String table, Collection<String> columns, String where) {
        StringJoiner assignments = new StringJoiner(", ");
        columns.forEach(column -> assignments.add(column + " = ?"));
        return "UPDATE " + table + " SET " + assignments + where;
    }

    static String lock(String table, Collection<String> columns, String where) {
        return "SELECT " + String.join(", ", columns) + " FROM " + table + where + " FOR UPDATE";
    }

    static String key(List<ScalarColumn> keys) {
        StringJoiner where = new StringJoiner(" AND ", " WHERE ", "");
        keys.forEach(key -> where.add(key.name() + " = ?"));
        return where.toString();
    }

    static int execute(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The texts of the first row; null when there is none. */
    static List<String> row(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters); ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            return texts(rows);
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            texts.add(rows.getString(i));
        }
        return texts;
    }

    /** How often each row comes in the answer. */
    static Map<List<String>, Long> counted(Connection connection, String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters); ResultSet rows = statement.executeQuery()) {
            Map<List<String>, Long> counted = new HashMap<>();
            while (rows.next()) {
                counted.merge(texts(rows), 1L, Long::sum);
            }
            return counted;
        }
    }

    /** What looks at a row. */
    interface RowVisitor {
        /** Whether the next row is wanted. */
        boolean visit(ResultSet row) throws SQLException;
    }

    /** Goes through all rows, a few at a time; false when one of them was the last that was wanted. */
    static boolean each(Connection connection, String sql, List<?> parameters, RowVisitor visitor) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.setFetchSize(SOME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!visitor.visit(rows)) {
                        return false;
                    }
                }
                return true;
            }
        }
    }

    /** Executes a statement for each list of parameters, in one go. */
    static void executeAll(Connection connection, String sql, List<? extends List<?>> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<?> row : parameters) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<?> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }
}
