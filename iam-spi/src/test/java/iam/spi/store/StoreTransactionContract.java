package iam.spi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.entity.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All or nothing. */
abstract class StoreTransactionContract extends StoreQueryContract {
    @Test
    void transactionSeesItsOwnWritesAndKeepsThem() {
        String owner = organization();
        User result = store.inTransaction(() -> {
            User user = added(owner, "a");
            user.score = 5;
            store.update(USER, USER.keyOf(user), user, List.of("score"));
            store.updateAll(USER, in(owner), Map.of("karma", 6));
            assertEquals(1, store.count(USER, in(owner)));
            assertEquals(List.of("a"), names(in(owner)));
            return find(owner, "a");
        });
        assertEquals(List.of(5, 6), List.of(result.score, result.karma));
        assertStored(result, find(owner, "a"));
    }

    @Test
    void failedWorkLeavesNothing() {
        String owner = organization();
        User kept = added(owner, "kept");
        kept.groups = List.of("g");
        store.update(USER, USER.keyOf(kept), kept, List.of("groups"));
        RuntimeException failure = new IllegalStateException("on purpose");
        RuntimeException thrown = assertThrows(IllegalStateException.class, () -> store.inTransaction(() -> {
            added(owner, "new");
            store.update(USER, USER.keyOf(kept), user(owner, "moved"), List.of("name", "groups"));
            store.delete(USER, in(owner));
            throw failure;
        }));
        assertSame(failure, thrown);
        assertEquals(List.of("kept"), names(in(owner)));
        assertEquals(List.of("kept"), names(in(owner).and(Condition.has("groups", "g"))));
    }

    @Test
    void takenKeyDoesNotEndTheTransaction() {
        String owner = organization();
        added(owner, "taken");
        store.inTransaction(() -> {
            added(owner, "before");
            assertFalse(store.insert(user(owner, "taken")));
            User linked = user(owner, "taken");
            linked.groups = List.of("g");
            assertFalse(store.insert(linked));
            return added(owner, "after");
        });
        assertEquals(List.of("after", "before", "taken"), names(in(owner).ascending("name")));
        assertEquals(List.of(), names(in(owner).and(Condition.has("groups", "g"))));
    }

    @Test
    void innerTransactionJoins() {
        String owner = organization();
        assertThrows(IllegalStateException.class, () -> store.inTransaction(() -> {
            store.inTransaction(() -> added(owner, "inner"));
            assertNotNull(find(owner, "inner"));
            throw new IllegalStateException("on purpose");
        }));
        assertNull(find(owner, "inner"));
        store.inTransaction(() -> store.inTransaction(() -> added(owner, "inner")));
        assertNotNull(find(owner, "inner"));
    }

    @Test
    void failureInsideDoomsTheTransactionEvenWhenCaught() {
        String owner = organization();
        added(owner, "taken");
        assertThrows(StoreException.class, () -> store.inTransaction(() -> {
            User user = added(owner, "a");
            assertThrows(DuplicateKeyException.class, () -> store.update(USER, USER.keyOf(user), user(owner, "taken"), List.of("name")));
            return "goes on";
        }));
        assertThrows(StoreException.class, () -> store.inTransaction(() -> {
            added(owner, "b");
            assertThrows(IllegalStateException.class, () -> store.inTransaction(() -> {
                throw new IllegalStateException("on purpose");
            }));
            return "goes on";
        }));
        assertEquals(List.of("taken"), names(in(owner)));
    }

    @Test
    void reopenedStoreHasItsRows() {
        User user = Samples.full(USER);
        store.insert(user);
        if (durable()) {
            store.close();
            store = open(context);
            assertStored(user, find(user.owner, user.name));
            assertEquals(List.of(user.name), names(in(user.owner).and(Condition.has("groups", user.groups.get(0)))));
        }
        assertTrue(store.health().up(), store.health().detail());
    }
}
