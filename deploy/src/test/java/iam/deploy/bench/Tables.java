package iam.deploy.bench;

import iam.deploy.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Fills tables by copying a row, in the database itself: a million calls of the API would take an hour. The embedded database must not be open elsewhere. */
final class Tables implements AutoCloseable {
    private static final int BATCH = 50_000;
    /** The server writes its pages in parts of some megabytes too. */
    private static final int EMBEDDED_BATCH = 500;

    private final Connection connection;
    private final boolean embedded;

    Tables(String url, String user) throws SQLException {
        connection = DriverManager.getConnection(url, user, "");
        embedded = url.startsWith("jdbc:h2:");
    }

    /** The embedded database of a server, for when that does not run. */
    static String url(Server server) {
        return "jdbc:h2:file:" + server.data().resolve("iam")
                + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;MAX_LENGTH_INPLACE_LOB=1000000;CACHE_SIZE=65536";
    }

    /**
     * Copies a row so many times.
     *
     * @param table the table
     * @param where which row
     * @param changed SQL expressions by column; {@code #} stands for the number of the copy, from 1
     * @param count how many copies
     */
    void copy(String table, String where, Map<String, String> changed, int count) throws SQLException {
        List<String> columns = columns(table);
        int batch = embedded ? EMBEDDED_BATCH : BATCH;
        for (int from = 1; from <= count; from += batch) {
            int to = Math.min(count, from + batch - 1);
            String numbers = embedded ? "SYSTEM_RANGE(" + from + ", " + to + ") n" : "seq_" + from + "_to_" + to + " n";
            String number = embedded ? "n.x" : "n.seq";
            StringJoiner values = new StringJoiner(", ");
            columns.forEach(column -> values.add(changed.containsKey(column) ? changed.get(column).replace("#", number) : "t." + column));
            execute("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + values + " FROM (SELECT * FROM " + table + " WHERE " + where
                    + " LIMIT 1) t, " + numbers);
            if (embedded) {
                execute("CHECKPOINT");
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets the database look at its tables again, as it does by itself in time. */
    void analyze(String table) throws SQLException {
        execute("ANALYZE TABLE " + table);
    }

    private List<String> columns(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + table + " LIMIT 0"); ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData meta = rows.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(meta.getColumnName(i).toLowerCase(java.util.Locale.ROOT));
            }
            return columns;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
