package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iam.api.Catalogue;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.Token;
import iam.providers.testing.MariaDbServer;
import iam.spi.config.Config;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Totals that are kept say what counting would say: on this node at once, on others within a second. */
class TotalsTest {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final int ROWS = Totals.EXACT + 50;
    private static final long SECOND = 1000;

    @TempDir
    private Path directory;

    private static EntityStore open(Config config, Path directory) {
        return new JpaStoreFactory().create(config, new StoreContext(Catalogue.standard(), directory));
    }

    private static Query of(String organization) {
        return Query.where(Condition.equal("organization", organization));
    }

    private static Token token(String organization, int number) {
        Token token = new Token();
        token.owner = "admin";
        token.name = organization + number;
        token.organization = organization;
        token.createdTime = Integer.toString(1000 + number);
        return token;
    }

    private static void fill(EntityStore store, String organization, int from, int to) {
        store.inTransaction(() -> {
            for (int i = from; i < to; i++) {
                store.insert(token(organization, i));
            }
            return null;
        });
    }

    @Test
    void onTheEmbeddedDatabase() {
        try (EntityStore store = open(new Config(Map.of("pool-size", "4")), directory)) {
            everyWayOfWriting(store);
        }
        try (EntityStore store = open(new Config(Map.of("pool-size", "4")), directory)) {
            assertEquals(ROWS + 1, store.count(TOKEN, of("b")), "after a restart");
        }
    }

    /** The first count of many rows takes a while, in which others write. */
    @Test
    void firstCountWhileRowsGo() throws InterruptedException {
        int many = 20_000;
        int batch = 20;
        try (EntityStore store = open(new Config(Map.of("pool-size", "4")), directory)) {
            fill(store, "a", 0, many);
            Thread removal = new Thread(() -> {
                for (int from = 0; from < many / 2; from += batch) {
                    List<String> names = IntStream.range(from, from + batch).mapToObj(i -> "a" + i).toList();
                    store.delete(TOKEN, Query.where(Condition.equal("owner", "admin"), Condition.in("name", names)));
                }
            });
            removal.start();
            do {
                Thread.sleep(1);
            } while (store.find(TOKEN, EntityKey.of("admin", "a" + batch)).isPresent());
            store.count(TOKEN, of("a"));
            removal.join();
            assertEquals(many / 2, store.count(TOKEN, of("a")), batch, "but for what was being committed as the count began");
        }
    }

    private static void everyWayOfWriting(EntityStore store) {
        fill(store, "a", 0, ROWS);
        assertEquals(ROWS, store.count(TOKEN, of("a")));
        assertEquals(ROWS, store.count(TOKEN, Query.where(Condition.equal("owner", "admin"))));
        assertEquals(ROWS, store.count(TOKEN, Query.where()));

        store.insert(token("a", ROWS));
        store.insert(token("a", ROWS));
        assertEquals(ROWS + 1, store.count(TOKEN, of("a")), "a taken key counts once");
        assertThrows(IllegalStateException.class, () -> store.inTransaction(() -> {
            store.insert(token("a", ROWS + 1));
            throw new IllegalStateException();
        }));
        assertEquals(ROWS + 1, store.count(TOKEN, of("a")), "what was rolled back does not count");

        assertEquals(10, store.delete(TOKEN, Query.where(Condition.less("createdTime", "1010"))));
        assertEquals(3, store.delete(TOKEN, Query.where(Condition.less("createdTime", "2000")).ascending("createdTime").window(0, 3)));
        assertEquals(1, store.delete(TOKEN, Query.where(Condition.equal("owner", "admin"), Condition.equal("organization", "a"), Condition.equal("name", "a20"))));
        assertEquals(ROWS + 1 - 14, store.count(TOKEN, of("a")));

        Token moved = token("b", 0);
        store.update(TOKEN, EntityKey.of("admin", "a30"), moved, List.of("organization"));
        assertEquals(ROWS + 1 - 15, store.count(TOKEN, of("a")), "the row of one has gone to another");
        assertEquals(1, store.count(TOKEN, of("b")));

        store.updateAll(TOKEN, of("a"), Map.of("organization", "b"));
        fill(store, "b", 1000, 1014);
        assertEquals(0, store.count(TOKEN, of("a")));
        assertEquals(ROWS + 1, store.count(TOKEN, of("b")), "all of them");
        assertEquals(ROWS + 1, store.count(TOKEN, Query.where()));
    }

    @Test
    @DisabledIfSystemProperty(named = "iam.slow", matches = "false")
    void twoNodesOnMariaDb() throws InterruptedException {
        Config config = MariaDb.config(MariaDb.server().database("totals"));
        try (EntityStore one = open(config, directory); EntityStore other = open(config, directory)) {
            everyWayOfWriting(one);
            Thread.sleep(SECOND);
            assertEquals(ROWS + 1, other.count(TOKEN, of("b")));
            fill(one, "b", 2000, 2100);
            assertEquals(1, other.delete(TOKEN, Query.where(Condition.equal("name", "b2000"))));
            Thread.sleep(SECOND);
            assertEquals(ROWS + 100, one.count(TOKEN, of("b")));
            assertEquals(ROWS + 100, other.count(TOKEN, of("b")));
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "iam.slow", matches = "false")
    void whatAKilledNodeKnewIsCountedAgain() throws Exception {
        MariaDbServer server = MariaDb.server();
        Config config = MariaDb.config(server.database("killed"));
        try (EntityStore store = open(config, directory)) {
            fill(store, "a", 0, ROWS);
            assertEquals(ROWS, store.count(TOKEN, of("a")));
        }
        server.execute("UPDATE killed.iam_total SET n = n - 7");
        server.execute("INSERT INTO killed.iam_total VALUES ('node', '', 'killed', 0, 1)");
        try (EntityStore store = open(config, directory)) {
            assertEquals(ROWS - 7, store.count(TOKEN, of("a")));
            long end = System.nanoTime() + 20_000_000_000L;
            while (store.count(TOKEN, of("a")) != ROWS && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            assertEquals(ROWS, store.count(TOKEN, of("a")));
        }
    }
}
