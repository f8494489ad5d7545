package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iam.api.Catalogue;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.providers.testing.MariaDbServer;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreContext;
import iam.spi.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What happens around a MariaDB: nodes that start at once, and a server that comes and goes. */
@DisabledIfSystemProperty(named = "iam.slow", matches = "false")
class MariaDbOperationTest {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    @TempDir
    private Path directory;

    private EntityStore store(String url) {
        return new JpaStoreFactory().create(MariaDb.config(url), new StoreContext(Catalogue.standard(), directory));
    }

    private static User user(String name) {
        User user = new User();
        user.owner = "org";
        user.name = name;
        return user;
    }

    @Test
    void threeNodesMayStartAtOnceOnAnEmptyDatabase() throws Exception {
        for (int round = 0; round < 5; round++) {
            startTogether(MariaDb.server().database("together" + round));
        }
    }

    private void startTogether(String url) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<EntityStore> nodes = List.of(store(url), store(url), store(url));
        try {
            List<Callable<Boolean>> starts = new ArrayList<>();
            nodes.forEach(node -> starts.add(() -> node.insert(user("first"))));
            int inserted = 0;
            for (Future<Boolean> start : threads.invokeAll(starts)) {
                inserted += start.get() ? 1 : 0;
            }
            assertEquals(1, inserted);
            nodes.forEach(node -> assertEquals(1, node.count(USER, Query.where())));
        } finally {
            threads.shutdownNow();
            nodes.forEach(EntityStore::close);
        }
    }

    /** MariaDB counts the rows that it reads. */
    @Test
    void aPageReadsNoMoreRowsThanItShows() throws Exception {
        String url = MariaDb.server().database("pages");
        try (EntityStore store = store(url); Connection connection = DriverManager.getConnection(url, MariaDbServer.USER, "")) {
            store.insertAll(IntStream.range(0, 3000).mapToObj(MariaDbOperationTest::token).toList());
            MariaDb.server().execute("ANALYZE TABLE pages.iam_token");
            List<Condition> conditions = List.of(Condition.equal("organization", "org"));
            for (Query all : List.of(Query.where(conditions), Query.where(conditions).and(Condition.equal("owner", "admin")))) {
                for (String sort : List.of("createdTime", "name")) {
                    for (Query page : List.of(all.ascending(sort).window(20, 10), all.descending(sort).window(20, 10))) {
                        store.list(TOKEN, page);
                        long before = rowsRead(connection);
                        assertEquals(10, store.list(TOKEN, page).size());
                        long read = rowsRead(connection) - before;
                        assertTrue(read < 1000, page + " read " + read);
                    }
                }
            }
        }
    }

    private static Token token(int i) {
        Token token = new Token();
        token.owner = "admin";
        token.name = "t" + i;
        token.organization = i % 100 == 0 ? "other" : "org";
        token.createdTime = "2026-01-01T00:" + (10 + i * 7 % 50) + ":" + (10 + i * 11 % 50) + "Z";
        token.accessTokenHash = "a" + i;
        return token;
    }

    private static long rowsRead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Rows_read'")) {
            return rows.next() ? rows.getLong(2) : 0;
        }
    }

    @Test
    void storeFollowsADatabaseThatComesAndGoes() throws Exception {
        assumeTrue(MariaDbServer.available(), "no MariaDB here");
        try (MariaDbServer server = MariaDbServer.start(directory); EntityStore store = store(server.database("away"))) {
            server.kill();
            assertFalse(store.health().up());
            assertThrows(StoreUnavailableException.class, () -> store.insert(user("a")));
            server.start();
            awaitUp(store);
            assertTrue(store.insert(user("a")));
            server.kill();
            assertFalse(store.health().up());
            assertThrows(StoreUnavailableException.class, () -> store.find(USER, EntityKey.of("org", "a")));
            assertThrows(StoreUnavailableException.class, () -> store.inTransaction(() -> store.insert(user("b"))));
            server.start();
            awaitUp(store);
            assertTrue(store.find(USER, EntityKey.of("org", "a")).isPresent());
            assertTrue(store.inTransaction(() -> store.insert(user("b"))));
        }
    }

    private static void awaitUp(EntityStore store) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!store.health().up() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertTrue(store.health().up(), store.health().detail());
    }

    @Test
    void transactionWhoseConnectionBreaksRunsAgain() {
        String url = MariaDb.server().database("broken");
        try (EntityStore store = store(url)) {
            List<String> attempts = new ArrayList<>();
            store.inTransaction(() -> {
                attempts.add("attempt");
                store.insert(user("x" + attempts.size()));
                if (attempts.size() == 1) {
                    killConnections("broken");
                }
                return store.insert(user("y"));
            });
            assertEquals(2, attempts.size());
            List<User> kept = store.list(USER, Query.where(Condition.equal("owner", "org")).ascending("name"));
            assertEquals(List.of("x2", "y"), kept.stream().map(user -> user.name).toList());
        }
    }

    private static void killConnections(String database) {
        try {
            MariaDb.server().execute("BEGIN NOT ATOMIC FOR c IN (SELECT id FROM information_schema.processlist WHERE db = '" + database
                    + "') DO EXECUTE IMMEDIATE CONCAT('KILL ', c.id); END FOR; END");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void healthNamesTheReasonAndNoPassword() {
        try (EntityStore store = store("jdbc:mariadb://127.0.0.1:1/iam?user=x&password=hidden")) {
            String detail = store.health().detail();
            assertTrue(detail.contains("jdbc:mariadb://127.0.0.1:1/iam"), detail);
            assertFalse(detail.contains("hidden"), detail);
        }
    }
}
