package iam.providers.jpa;

import iam.spi.store.Query;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.DatabasePlatform;
import org.eclipse.persistence.platform.database.H2Platform;
import org.eclipse.persistence.platform.database.MariaDBPlatform;

/** In what the databases differ. */
enum Dialect {
    H2 {
        @Override
        String type(Column column) {
            return switch (column.type()) {
                case VARCHAR -> varchar(column.length());
                case TEXT -> column.length() > 0 ? varchar(column.length()) : "clob";
                default -> simple(column);
            };
        }

        @Override
        String varchar(int length) {
            // H2 counts UTF-16 units, the catalogue code points
            return "varchar(" + 2 * length + ")";
        }

        @Override
        String asText(String expression, ColumnType type) {
            String text = "CAST(" + expression + " AS VARCHAR)";
            if (type != ColumnType.DOUBLE) {
                return text;
            }
            // whole numbers without a fraction, as on MariaDB
            String whole = "CAST(" + expression + " AS NUMERIC(400))";
            return "CASE WHEN " + expression + " = " + whole + " THEN CAST(" + whole + " AS VARCHAR) ELSE " + text + " END";
        }

        /** H2 compares the columns with those of the index from its beginning, the pinned ones too. */
        @Override
        List<ScalarColumn> order(Table<?> table, Query query) {
            List<ScalarColumn> order = table.order(query);
            List<ScalarColumn> pinned = table.pinned(query);
            ScalarColumn first = order.get(0);
            List<ScalarColumn> before = query.sort().isEmpty() ? List.of() : Stream.concat(table.indexes().stream(), Stream.of(table.keys()))
                    .filter(index -> index.contains(first))
                    .map(index -> index.subList(0, index.indexOf(first)))
                    .filter(pinned::containsAll)
                    .max(Comparator.comparingInt(List::size))
                    .orElse(List.of());
            return Stream.concat(before.stream(), order.stream()).distinct().toList();
        }

        /** Without IN, for which H2 would run the inner query again for each row. */
        @Override
        String deleteSome(Table<?> table, String where, String order) {
            String keys = table.keys().stream().map(ScalarColumn::name).collect(Collectors.joining(", "));
            String same = table.keys().stream().map(key -> table.name() + "." + key.name() + " = some_." + key.name()).collect(Collectors.joining(" AND "));
            return "MERGE INTO " + table.name() + " USING (SELECT " + keys + " FROM " + table.name() + where + order + " LIMIT ?) some_ ON (" + same
                    + ") WHEN MATCHED THEN DELETE";
        }

        @Override
        String returning(String delete, List<String> columns) {
            return "SELECT " + String.join(", ", columns) + " FROM OLD TABLE (" + delete + ")";
        }

        /** IN uses an index only from its first column on. */
        @Override
        boolean looksUpValues() {
            return true;
        }

        @Override
        DatabasePlatform platform() {
            return new LightH2Platform();
        }

        @Override
        Durability durability(DataSource source) throws SQLException {
            return Journal.open(source);
        }
    },
    MARIADB {
        @Override
        String type(Column column) {
            return switch (column.type()) {
                case VARCHAR -> varchar(column.length());
                case TEXT -> column.length() > 0 ? "text" : "longtext";
                default -> simple(column);
            };
        }

        @Override
        String varchar(int length) {
            return "varchar(" + length + ")";
        }

        @Override
        String tableOptions() {
            // binary: case counts; nopad: trailing spaces count
            return " ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
        }

        @Override
        String indexPart(ScalarColumn column) {
            boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.VARCHAR && column.length() > LONGEST_INDEXED;
            return text ? column.name() + "(" + LONGEST_INDEXED + ")" : column.name();
        }

        @Override
        String asText(String expression, ColumnType type) {
            return "CAST(" + expression + " AS CHAR)";
        }

        /** Texts are compared by code points, which MariaDB decodes one by one; their bytes have the same answer in half the time. */
        @Override
        String searched(String expression) {
            return "CAST(" + expression + " AS BINARY)";
        }

        @Override
        String deleteSome(Table<?> table, String where, String order) {
            return "DELETE FROM " + table.name() + where + order + " LIMIT ?";
        }

        @Override
        int compareTexts(String one, String other) {
            return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        String returning(String delete, List<String> columns) {
            return delete + " RETURNING " + String.join(", ", columns);
        }

        /** Without a change of autocommit, which would have to be undone with one more round trip at the end. */
        @Override
        void begin(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("START TRANSACTION");
            }
        }

        @Override
        void end(Connection connection) {
            // commit and rollback have ended it
        }

        @Override
        DatabasePlatform platform() {
            return new MariaDBPlatform();
        }
    };

    /** InnoDB indexes up to 3072 bytes; three such texts fit. */
    private static final int LONGEST_INDEXED = 255;

    static Dialect of(String product) {
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> H2;
            case "mariadb" -> MARIADB;
            default -> throw new IllegalStateException("the database " + product + " is not supported; use MariaDB or H2");
        };
    }

    private static String simple(Column column) {
        return column.type() == ColumnType.DOUBLE ? "double precision" : column.type().name().toLowerCase(Locale.ROOT);
    }

    abstract String type(Column column);

    /** The type of text with so many code points at most. */
    abstract String varchar(int length);

    abstract String asText(String expression, ColumnType type);

    /** A text as the left side of LIKE. */
    String searched(String expression) {
        return expression;
    }

    /** A statement that deletes the first rows of an order; its last parameter is how many. */
    abstract String deleteSome(Table<?> table, String where, String order);

    /** The columns of an ORDER BY, so that the database finds the index that has the rows in that order: without those that the conditions pin to one value. */
    List<ScalarColumn> order(Table<?> table, Query query) {
        List<ScalarColumn> order = table.order(query);
        List<ScalarColumn> pinned = table.pinned(query);
        return pinned.containsAll(order) ? order : order.stream().filter(column -> !pinned.contains(column)).toList();
    }

    /** How two values of a column stand to each other in an ORDER BY. */
    @SuppressWarnings("unchecked")
    final int compare(Object one, Object other) {
        return one instanceof String text ? compareTexts(text, (String) other) : ((Comparable<Object>) one).compareTo(other);
    }

    int compareTexts(String one, String other) {
        return one.compareTo(other);
    }

    /** A DELETE that answers columns of the rows that it has deleted. */
    abstract String returning(String delete, List<String> columns);

    /** Whether a list of values is only looked up in an index when it is joined, or as a list of rows: (a, b) IN ((?, ?), …). */
    boolean looksUpValues() {
        return false;
    }

    abstract DatabasePlatform platform();

    /** Begins a transaction on a connection that commits each statement by itself. */
    void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /** Makes a connection commit each statement by itself again, after commit or rollback. */
    void end(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    /** How a database of this kind commits; one that was killed is brought to where it was. */
    Durability durability(DataSource source) throws SQLException {
        return Durability.OF_COMMIT;
    }

    String tableOptions() {
        return "";
    }

    String indexPart(ScalarColumn column) {
        return column.name();
    }

    /** What EclipseLink does for H2, without two costs that H2 does not need. */
    private static final class LightH2Platform extends H2Platform {
        private static final long serialVersionUID = 1;

        /** A Clob would be read twice, through readers with buffers of their own. */
        @Override
        public Object getObjectFromResultSet(ResultSet row, int column, int type, AbstractSession session) throws SQLException {
            return type == Types.CLOB ? row.getString(column) : super.getObjectFromResultSet(row, column, type, session);
        }

        /** Parameters would be written as literals into the SQL as soon as a function is used. */
        @Override
        public boolean isDynamicSQLRequiredForFunctions() {
            return false;
        }
    }
}
