package iam.providers.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs SQL on a connection, and notes what has changed rows. */
final class SqlSession {
    /**
     * A statement that has changed rows.
     *
     * @param sql its text
     * @param parameters what it was given
     */
    record Change(String sql, List<?> parameters) {
    }

    private static final int SOME = 1000;

    private final Connection connection;
    private final List<Change> changes = new ArrayList<>();

    SqlSession(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** What has changed rows since the session began, in its order. */
    List<Change> changes() {
        return changes;
    }

    /** How many rows a statement has changed. */
    int execute(String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            int changed = statement.executeUpdate();
            if (changed > 0) {
                changes.add(new Change(sql, parameters));
            }
            return changed;
        }
    }

    /** Executes a statement that has been executed before, whatever it answers, without noting it. */
    void repeat(Change change) throws SQLException {
        try (PreparedStatement statement = prepare(change.sql(), change.parameters())) {
            statement.execute();
        }
    }

    /** Executes a statement for each list of parameters, in one go. */
    void executeAll(String sql, List<? extends List<?>> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<?> row : parameters) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
            parameters.forEach(row -> changes.add(new Change(sql, row)));
        }
    }

    /** Executes a statement that answers rows that it has deleted: how often each comes. */
    Map<List<String>, Long> deleted(String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters); ResultSet rows = statement.executeQuery()) {
            Map<List<String>, Long> counted = new HashMap<>();
            while (rows.next()) {
                counted.merge(texts(rows), 1L, Long::sum);
            }
            if (!counted.isEmpty()) {
                changes.add(new Change(sql, parameters));
            }
            return counted;
        }
    }

    /** The texts of the first row; null when there is none. */
    List<String> row(String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters); ResultSet rows = statement.executeQuery()) {
            return rows.next() ? texts(rows) : null;
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            texts.add(rows.getString(i));
        }
        return texts;
    }

    /** What looks at a row. */
    interface RowVisitor {
        /** Whether the next row is wanted. */
        boolean visit(ResultSet row) throws SQLException;
    }

    /** Goes through all rows, a few at a time; false when one of them was the last that was wanted. */
    boolean each(String sql, List<?> parameters, RowVisitor visitor) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
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

    private PreparedStatement prepare(String sql, List<?> parameters) throws SQLException {
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
