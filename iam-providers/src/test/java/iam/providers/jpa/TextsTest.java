package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A long list is searched in memory, and the answer is what the database would say: at once on the node that writes, within a second on others. */
class TextsTest {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final int ROWS = Texts.SHORT + 100;
    private static final long SECOND = 1000;

    @TempDir
    private Path directory;

    private static EntityStore open(Config config, Path directory) {
        return new JpaStoreFactory().create(config, new StoreContext(Catalogue.standard(), directory));
    }

    private static User user(String owner, int number, String email) {
        User user = new User();
        user.owner = owner;
        user.name = "u" + (1000 + number);
        user.email = email;
        return user;
    }

    private static void fill(EntityStore store) {
        store.insertAll(IntStream.range(0, ROWS).mapToObj(i -> user("one", i, "person" + (1000 + i) + "@example.com")).toList());
        store.insert(user("two", 1, "person1001@example.com"));
    }

    private static Query of(String organization) {
        return Query.where(Condition.equal("owner", organization));
    }

    private static Query search(String text) {
        return of("one").and(Condition.contains("email", text)).ascending("email").window(0, 10);
    }

    /** Often enough that the second and later ones come from memory. */
    private static void finds(EntityStore store, String text, String... names) {
        for (int i = 0; i < 3; i++) {
            assertEquals(names.length, store.count(USER, search(text)), text);
            assertEquals(List.of(names), store.list(USER, search(text)).stream().map(user -> user.name).toList(), text);
        }
    }

    @Test
    void charactersBeyondLatin1TakeTwoBytes() {
        ColumnText.Builder latin = new ColumnText.Builder();
        ColumnText.Builder other = new ColumnText.Builder();
        latin.add("müller", 1);
        other.add("мюллер", 1);
        assertEquals(latin.build().size() + 7, other.build().size());
    }

    @Test
    void onTheEmbeddedDatabase() {
        try (EntityStore store = open(new Config(Map.of("pool-size", "4")), directory)) {
            everySearch(store);
        }
    }

    private static void everySearch(EntityStore store) {
        fill(store);
        assertEquals(ROWS, store.count(USER, of("one")));
        finds(store, "son1234@", "u1234");
        finds(store, "nobody");
        finds(store, "Person1234");
        finds(store, "%");
        finds(store, "person1001", "u1001");
        finds(store, "1001@example.com\0");
        assertEquals(ROWS, store.count(USER, search("@example")));
        assertEquals("u1000", store.list(USER, search("@example")).get(0).name);
        assertEquals(List.of("u1105"), store.list(USER, search("son110").window(5, 1)).stream().map(user -> user.name).toList());

        store.insert(user("one", 9000, "søn1234@example.com, 人"));
        finds(store, "son1234@", "u1234");
        finds(store, "1234@", "u1234", "u10000");
        finds(store, "人", "u10000");
        store.update(USER, EntityKey.of("one", "u1234"), user("one", 234, "other@example.com"), List.of("email"));
        finds(store, "1234@", "u10000");
        store.updateAll(USER, of("one").and(Condition.equal("name", "u1235")), Map.of("email", "1234@b"));
        finds(store, "1234@", "u1235", "u10000");
        store.delete(USER, of("one").and(Condition.equal("name", "u1235")));
        finds(store, "1234@", "u10000");
        store.inTransaction(() -> {
            store.insert(user("one", 9001, "1234@c"));
            assertEquals(2, store.count(USER, search("1234@")), "inside of the transaction");
            return null;
        });
        finds(store, "1234@", "u10001", "u10000");

        Query several = Query.where(Condition.in("owner", List.of("two", "one")), Condition.contains("email", "son1001")).ascending("owner");
        for (int i = 0; i < 3; i++) {
            assertEquals(2, store.count(USER, several));
            assertEquals(List.of("one", "two"), store.list(USER, several).stream().map(user -> user.owner).toList());
            assertEquals(2, store.count(USER, Query.where(Condition.contains("email", "son1001"))), "of all organizations");
        }
    }

    @Test
    void whatIsSearchedAgainCostsNoSearchOfTheDatabase() {
        Pool pool = new Pool(new Config(Map.of("pool-size", "2")), directory);
        RecordingSource recording = new RecordingSource(pool.source());
        TestNaming.install();
        TestNaming.BOUND.put("java:comp/env/jdbc/iam", recording.source());
        try (EntityStore store = open(new Config(Map.of("jndi", "java:comp/env/jdbc/iam")), directory)) {
            fill(store);
            store.count(USER, of("one"));
            finds(store, "son1234@", "u1234");
            finds(store, "nobody");
            recording.taken();
            finds(store, "son1235@", "u1235");
            assertTrue(recording.taken().stream().noneMatch(sql -> sql.contains("LIKE")));
            finds(store, "nothing");
            assertFalse(recording.taken().stream().anyMatch(sql -> sql.contains("iam_user")));
        } finally {
            pool.close();
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "iam.slow", matches = "false")
    void onTwoNodesOfOneMariaDb() throws InterruptedException {
        Config config = MariaDb.config(MariaDb.server().database("texts"));
        try (EntityStore store = open(config, directory); EntityStore other = open(config, directory)) {
            everySearch(store);
            assertEquals(ROWS + 1, other.count(USER, of("one")));
            finds(other, "1234@", "u10001", "u10000");
            store.insert(user("one", 9002, "1234@d"));
            finds(store, "1234@", "u10001", "u10002", "u10000");
            Thread.sleep(SECOND);
            finds(other, "1234@", "u10001", "u10002", "u10000");
        }
    }
}
