package iam.war.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.Group;
import iam.api.entity.User;
import iam.spi.config.Config;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreContract;
import iam.spi.store.EntityStoreFactory;
import iam.spi.store.StoreContext;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The kit on two stores of which one keeps the users, and transactions over both. */
class RoutingStoreTest extends EntityStoreContract {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Group> GROUP = EntityType.of(Group.class);
    private EntityStore users;
    private EntityStore others;
    private EntityStore both;

    @Override
    protected EntityStore open(StoreContext lent) {
        users = memory(new StoreContext(List.of(USER), lent.dataDirectory()));
        others = memory(new StoreContext(lent.types().stream().filter(type -> type != USER).toList(), lent.dataDirectory()));
        both = new RoutingStore(others, Map.of(USER, users));
        return both;
    }

    private static EntityStore memory(StoreContext context) {
        return ServiceLoader.load(EntityStoreFactory.class).stream().map(ServiceLoader.Provider::get).filter(factory -> factory.id().equals("memory")).findFirst().orElseThrow()
                .create(new Config(Map.of()), context);
    }

    @Override
    protected boolean durable() {
        return false;
    }

    private boolean insert(String name) {
        User user = new User();
        user.owner = "routed";
        user.name = name;
        Group group = new Group();
        group.owner = "routed";
        group.name = name;
        return both.insert(user) && both.insert(group);
    }

    @Test
    void aTransactionOverBothIsAllOrNothing() {
        EntityKey kept = EntityKey.of("routed", "kept");
        EntityKey lost = EntityKey.of("routed", "lost");
        assertTrue(both.inTransaction(() -> insert("kept")));
        assertThrows(IllegalStateException.class, () -> both.inTransaction(() -> {
            insert("lost");
            throw new IllegalStateException("on purpose");
        }));
        assertEquals(List.of(true, true), List.of(users.find(USER, kept).isPresent(), others.find(GROUP, kept).isPresent()));
        assertEquals(List.of(false, false), List.of(users.find(USER, lost).isPresent(), others.find(GROUP, lost).isPresent()));
    }
}
