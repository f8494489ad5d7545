package iam.spi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.api.Catalogue;
import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.User;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One store for all tests of a class; each test keeps to an organization of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreFixture {
    static final EntityType<User> USER = EntityType.of(User.class);

    EntityStore store;
    StoreContext context;

    /**
     * Opens the store under test.
     *
     * @param lent an empty directory and the types of the catalogue
     * @return a store; opened again with the same context, a durable one has the rows of before
     */
    protected abstract EntityStore open(StoreContext lent);

    /**
     * Whether rows outlive the store object.
     *
     * @return true unless overridden
     */
    protected boolean durable() {
        return true;
    }

    @BeforeAll
    void openStore(@TempDir Path directory) {
        context = new StoreContext(Catalogue.standard(), directory);
        store = open(context);
    }

    @AfterAll
    void closeStore() {
        store.close();
    }

    static List<EntityType<?>> types() {
        return Catalogue.standard();
    }

    static String organization() {
        return "org-" + UUID.randomUUID();
    }

    static User user(String owner, String name) {
        User user = new User();
        user.owner = owner;
        user.name = name;
        return user;
    }

    User added(String owner, String name) {
        User user = user(owner, name);
        assertEquals(true, store.insert(user));
        return user;
    }

    User find(String owner, String name) {
        return store.find(USER, EntityKey.of(owner, name)).orElse(null);
    }

    static Query in(String owner) {
        return Query.where(Condition.equal("owner", owner));
    }

    List<String> names(Query query) {
        return store.list(USER, query).stream().map(user -> user.name).toList();
    }

    static void assertStored(Entity expected, Entity actual) {
        assertEquals(Samples.stored(expected), Samples.stored(actual));
    }
}
