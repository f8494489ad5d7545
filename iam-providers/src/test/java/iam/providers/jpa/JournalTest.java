package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.Catalogue;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.User;
import iam.spi.config.Config;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreContext;
import iam.spi.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal of the embedded database: what a kill leaves behind is a database of some seconds ago, and the journal since then. */
class JournalTest {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final Config CONFIG = new Config(Map.of("pool-size", "2"));
    private static final int LARGE = 500_000;

    @TempDir
    private Path directory;
    @TempDir
    private Path aside;

    @BeforeEach
    void oneUserAndNoJournal() throws IOException {
        try (EntityStore store = store()) {
            store.insert(user("first", "g"));
        }
        assertFalse(Files.exists(directory.resolve("iam.journal")), "a database that was closed needs none");
        keep("iam.mv.db");
    }

    private EntityStore store() {
        return new JpaStoreFactory().create(CONFIG, new StoreContext(Catalogue.standard(), directory));
    }

    private void keep(String file) throws IOException {
        Files.copy(directory.resolve(file), aside.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private void restore(String... files) throws IOException {
        for (String file : files) {
            Files.copy(aside.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static User user(String name, String... groups) {
        User user = new User();
        user.owner = "org";
        user.name = name;
        user.groups = List.of(groups);
        user.properties = Map.of("of", name);
        return user;
    }

    private static List<String> rows(EntityStore store) {
        return store.list(USER, Query.where().ascending("name")).stream()
                .map(user -> user.owner + "/" + user.name + " " + user.displayName + " " + user.score + " " + user.isAdmin + " " + user.groups + " " + user.properties.hashCode() + " " + user.bio + " " + store.count(USER, Query.where(Condition.has("groups", "h"))))
                .toList();
    }

    /** Every kind of statement that writes. */
    private static void change(EntityStore store) {
        store.insert(user("inserted", "g", "h"));
        store.insertAll(List.of(user("a"), user("b", "h"), user("c"), user("d"), user("e")));
        User values = user("first", "h");
        values.displayName = "Zażółć 😀 \ud800";
        values.score = 7;
        values.isAdmin = true;
        store.update(USER, EntityKey.of("org", "first"), values, List.of("displayName", "score", "isAdmin", "groups", "properties"));
        User moved = user("b2");
        moved.owner = "other";
        store.update(USER, EntityKey.of("org", "b"), moved, List.of("owner", "name"));
        store.updateAll(USER, Query.where(Condition.equal("name", "c")), Map.of("bio", "bulk", "score", 3));
        store.delete(USER, Query.where(Condition.equal("name", "a")));
        store.delete(USER, Query.where(Condition.equal("owner", "org")).ascending("name").window(0, 1));
        store.inTransaction(() -> store.insert(user("together")) && store.update(USER, EntityKey.of("org", "e"), values, List.of("displayName")));
        assertThrows(IllegalStateException.class, () -> store.inTransaction(() -> {
            store.insert(user("taken back"));
            throw new IllegalStateException("no");
        }));
        assertFalse(store.insert(user("together")), "taken");
    }

    @Test
    void whatTheDatabaseHadNotWrittenIsExecutedAgain() throws IOException {
        List<String> rows;
        try (EntityStore store = store()) {
            change(store);
            keep("iam.journal");
            rows = rows(store);
        }
        restore("iam.mv.db", "iam.journal");
        try (EntityStore store = store()) {
            assertEquals(rows, rows(store));
            store.insert(user("next"));
        }
        try (EntityStore store = store()) {
            assertTrue(store.find(USER, EntityKey.of("org", "next")).isPresent());
            assertEquals(rows.size() + 1, store.count(USER, Query.where()));
        }
    }

    @Test
    void whatTheDatabaseHadWrittenIsNotExecutedAgain() throws IOException {
        List<String> rows;
        try (EntityStore store = store()) {
            change(store);
            keep("iam.journal");
            rows = rows(store);
        }
        restore("iam.journal");
        try (EntityStore store = store()) {
            assertEquals(rows, rows(store));
        }
    }

    @Test
    void transactionThatWasCutOffIsTheEnd() throws IOException {
        try (EntityStore store = store()) {
            store.insert(user("whole"));
            store.insert(user("half"));
            keep("iam.journal");
        }
        try (FileChannel journal = FileChannel.open(aside.resolve("iam.journal"), StandardOpenOption.WRITE)) {
            journal.truncate(journal.size() - 3);
        }
        restore("iam.mv.db", "iam.journal");
        try (EntityStore store = store()) {
            assertTrue(store.find(USER, EntityKey.of("org", "whole")).isPresent());
            assertTrue(store.find(USER, EntityKey.of("org", "half")).isEmpty());
            assertTrue(store.insert(user("half")));
        }
    }

    @Test
    void journalThatDoesNotContinueTheDatabaseIsRefusedAndKept() throws IOException {
        try (EntityStore store = store()) {
            store.insert(user("between"));
        }
        try (EntityStore store = store()) {
            store.insert(user("later"));
            keep("iam.journal");
        }
        restore("iam.mv.db", "iam.journal");
        try (EntityStore store = store()) {
            StoreException refusal = assertThrows(StoreException.class, () -> store.insert(user("new")));
            assertTrue(refusal.getMessage().contains("iam.journal"), refusal::getMessage);
        }
        assertEquals(-1, Files.mismatch(aside.resolve("iam.journal"), directory.resolve("iam.journal")));
    }

    @Test
    void journalOfAnotherDatabaseIsRefused() throws IOException {
        try (EntityStore store = store()) {
            store.insert(user("one"));
            keep("iam.journal");
        }
        Files.delete(directory.resolve("iam.mv.db"));
        restore("iam.journal");
        try (EntityStore store = store()) {
            assertThrows(StoreException.class, () -> store.insert(user("new")));
        }
    }

    @Test
    void fullJournalIsEmptiedWhenTheDatabaseHasWrittenAll() throws IOException {
        List<String> rows;
        try (EntityStore store = store()) {
            for (int i = 0; i < 50; i++) {
                User large = user("large" + i);
                large.properties = Map.of("large", "x".repeat(LARGE));
                store.insert(large);
            }
            keep("iam.journal");
            keep("iam.mv.db");
            rows = rows(store);
        }
        assertTrue(Files.size(aside.resolve("iam.journal")) < 17 << 20);
        restore("iam.mv.db", "iam.journal");
        try (EntityStore store = store()) {
            assertEquals(rows, rows(store));
        }
    }

    @Test
    void databaseThatIsClosedUnderUsIsBroughtToWhereItWas() throws SQLException {
        try (EntityStore store = store()) {
            for (int round = 0; round < 3; round++) {
                assertTrue(store.insert(user("round" + round)));
                assertThrows(SQLException.class, () -> execute("SHUTDOWN IMMEDIATELY"), "the connection of the caller is closed too");
                assertTrue(store.insert(user("after" + round)));
                assertNotEquals(List.of(), rows(store));
            }
            List<String> expected = new ArrayList<>(List.of("first"));
            for (int round = 0; round < 3; round++) {
                expected.addAll(List.of("round" + round, "after" + round));
            }
            expected.forEach(name -> assertTrue(store.find(USER, EntityKey.of("org", name)).isPresent(), name));
        }
    }

    private void execute(String sql) throws SQLException {
        Pool pool = new Pool(CONFIG, directory);
        try (Connection connection = pool.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            pool.close();
        }
    }
}
