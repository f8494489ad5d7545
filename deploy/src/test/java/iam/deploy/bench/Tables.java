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
    private static final int SETTLING_SECONDS = 120;
    private static final int FEW_PAGES = 100;

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

    /** Changes rows; in H2 not all at once, since its file would grow by many times what is changed. */
    void update(String table, String changes, String where) throws SQLException {
        String update = "UPDATE " + table + " SET " + changes + " WHERE " + where;
        if (!embedded) {
            execute(update);
            return;
        }
        long last = number("SELECT MAX(_rowid_) FROM " + table);
        for (long from = 0; from <= last; from += EMBEDDED_BATCH) {
            execute(update + " AND _rowid_ >= " + from + " AND _rowid_ < " + (from + EMBEDDED_BATCH));
            execute("CHECKPOINT");
        }
    }

    /** The last call: has MariaDB write its pages and H2 close the gaps in its file, which they would do beside the measurements for minutes. */
    void settle() throws SQLException, InterruptedException {
        if (embedded) {
            execute("SHUTDOWN COMPACT");
            return;
        }
        execute("SET GLOBAL innodb_io_capacity_max = 20000, GLOBAL innodb_io_capacity = 20000, GLOBAL innodb_max_dirty_pages_pct = 0");
        String dirty = "SELECT CAST(variable_value AS INT) FROM information_schema.global_status WHERE variable_name = 'INNODB_BUFFER_POOL_PAGES_DIRTY'";
        for (int seconds = 0; seconds < SETTLING_SECONDS && number(dirty) > FEW_PAGES; seconds++) {
            Thread.sleep(1000);
        }
        execute("SET GLOBAL innodb_max_dirty_pages_pct = DEFAULT, GLOBAL innodb_io_capacity = DEFAULT, GLOBAL innodb_io_capacity_max = DEFAULT");
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
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
