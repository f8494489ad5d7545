package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates of the embedded database. */
class EmbeddedTablesTest {
    private static final String OTHERS = ";DATABASE_TO_LOWER=TRUE";
    private static final int NOT_IN_THE_ROW = 1_500_000;

    @TempDir
    private Path directory;

    @BeforeEach
    void threeRows() throws SQLException {
        try (Connection connection = open(Pool.EMBEDDED)) {
            execute(connection, "CREATE TABLE thing (name varchar(10) PRIMARY KEY, one int, two int, long_ clob)", "CREATE INDEX of_two ON thing (two)",
                    "INSERT INTO thing VALUES ('a', 1, 10, ''), ('b', 2, 20, ''), ('c', 3, 30, '')");
        }
    }

    private Connection open(String settings) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("db") + settings, "sa", "");
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** The root pages of the indexes; a change replaces the root. */
    private static Map<String, Page<?, ?>> indexes(Connection connection) throws SQLException {
        MVStore store = ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase().getStore().getMvStore();
        Map<String, Page<?, ?>> roots = new TreeMap<>();
        store.getMapNames().stream().filter(name -> name.startsWith("index.")).forEach(name -> roots.put(name, store.openMap(name).getRootPage()));
        return roots;
    }

    @Test
    void anUpdateChangesTheIndexesOfItsColumns() throws SQLException {
        try (Connection connection = open(Pool.EMBEDDED)) {
            Map<String, Page<?, ?>> before = indexes(connection);
            assertEquals(2, before.size());
            execute(connection, "UPDATE thing SET one = one + 1");
            assertEquals(before, indexes(connection));
            execute(connection, "UPDATE thing SET two = two + 1 WHERE name <> 'a'");
            Map<String, Page<?, ?>> after = indexes(connection);
            assertEquals(1, before.keySet().stream().filter(name -> before.get(name) != after.get(name)).count());
            assertEquals(List.of("2", "3", "4"), column(connection, "SELECT one FROM thing ORDER BY name"));
            assertEquals(List.of("c"), column(connection, "SELECT name FROM thing WHERE two = 31"));
            assertEquals(List.of(), column(connection, "SELECT name FROM thing WHERE two IN (20, 30)"));
        }
    }

    @Test
    void aNumberAsPrimaryKeyMayChange() throws SQLException {
        try (Connection connection = open(Pool.EMBEDDED)) {
            execute(connection, "CREATE TABLE numbered (id bigint PRIMARY KEY, one int)", "INSERT INTO numbered VALUES (1, 1), (2, 2)", "UPDATE numbered SET id = 3 WHERE id = 1");
            assertThrows(SQLIntegrityConstraintViolationException.class, () -> execute(connection, "UPDATE numbered SET id = 3 WHERE id = 2"));
            assertEquals(List.of("2", "1"), column(connection, "SELECT one FROM numbered ORDER BY id"));
        }
    }

    @Test
    void aTakenKeyChangesNothing() throws SQLException {
        try (Connection connection = open(Pool.EMBEDDED)) {
            assertThrows(SQLIntegrityConstraintViolationException.class, () -> execute(connection, "UPDATE thing SET two = 21, name = 'c' WHERE name = 'b'"));
            assertEquals(List.of("b"), column(connection, "SELECT name FROM thing WHERE two = 20"));
            assertEquals(List.of("a", "b", "c"), column(connection, "SELECT name FROM thing ORDER BY name"));
        }
    }

    @Test
    void aRollbackTakesAnUpdateBack() throws SQLException {
        String text = "x".repeat(NOT_IN_THE_ROW);
        try (Connection connection = open(Pool.EMBEDDED)) {
            execute(connection, "UPDATE thing SET long_ = '" + text + "' WHERE name = 'a'");
            connection.setAutoCommit(false);
            execute(connection, "UPDATE thing SET two = 11, name = 'd', long_ = '" + "y".repeat(NOT_IN_THE_ROW) + "' WHERE name = 'a'");
            assertEquals(List.of("d"), column(connection, "SELECT name FROM thing WHERE two = 11"));
            connection.rollback();
            assertEquals(List.of("a"), column(connection, "SELECT name FROM thing WHERE two = 10"));
        }
        try (Connection connection = open(Pool.EMBEDDED)) {
            assertEquals(List.of(text), column(connection, "SELECT long_ FROM thing WHERE name = 'a'"));
        }
    }

    @Test
    void otherProgramsReadTheFile() throws SQLException {
        try (Connection connection = open(OTHERS)) {
            assertFalse(column(connection, "SCRIPT").toString().contains(EmbeddedTables.class.getName()));
            execute(connection, "UPDATE thing SET two = 12 WHERE name = 'a'");
        }
        try (Connection connection = open(Pool.EMBEDDED)) {
            execute(connection, "UPDATE thing SET one = 9 WHERE two = 12", "ALTER TABLE thing ADD three int");
        }
        try (Connection connection = open(OTHERS)) {
            assertEquals(List.of("9"), column(connection, "SELECT one FROM thing WHERE name = 'a'"));
        }
    }
}
