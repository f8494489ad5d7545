package iam.spi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.entity.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EntityStore} has to fulfil, for all types of the catalogue. Extend it, implement {@link #open}, and run it with JUnit.
 */
public abstract class EntityStoreContract extends StoreTransactionContract {
    private static final int RIVALS = 20;

    /** Runs rivals at the same moment; answers what they answered. */
    private static <T> List<T> race(int rivals, IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(rivals);
        ExecutorService threads = Executors.newFixedThreadPool(rivals);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < rivals; i++) {
                int rival = i;
                tasks.add(() -> {
                    start.await();
                    return work.apply(rival);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofConcurrentInsertsOneWins() throws Exception {
        String owner = organization();
        List<Boolean> answers = race(RIVALS, i -> {
            User user = user(owner, "same");
            user.displayName = "rival " + i;
            user.groups = List.of("g" + i);
            return store.insert(user);
        });
        assertEquals(1, answers.stream().filter(answer -> answer).count());
        assertEquals("rival " + answers.indexOf(true), find(owner, "same").displayName);
        assertEquals(List.of("same"), names(in(owner).and(Condition.has("groups", "g" + answers.indexOf(true)))));
    }

    @Test
    void ofConcurrentInsertsInTransactionsOneWins() throws Exception {
        String owner = organization();
        List<Boolean> answers = race(RIVALS, i -> store.inTransaction(() -> {
            added(owner, "own" + i);
            return store.insert(user(owner, "same"));
        }));
        assertEquals(1, answers.stream().filter(answer -> answer).count());
        assertEquals(RIVALS + 1, store.count(USER, in(owner)));
    }

    @Test
    void concurrentUpdatesOfDifferentFieldsAllSurvive() throws Exception {
        User user = added(organization(), "shared");
        List<String> fields = List.of("displayName", "firstName", "github", "google", "custom2", "title", "address", "groups", "wechat", "tag");
        race(fields.size(), i -> {
            User values = user(user.owner, user.name);
            USER.field(fields.get(i)).set(values, value(fields.get(i)));
            return store.update(USER, USER.keyOf(user), values, List.of(fields.get(i)));
        });
        User found = find(user.owner, user.name);
        fields.forEach(field -> assertEquals(value(field), USER.field(field).get(found)));
    }

    private static Object value(String field) {
        return field.equals("address") || field.equals("groups") ? List.of("value of " + field) : "value of " + field;
    }

    @Test
    void compareAndSetSucceedsOnce() throws Exception {
        String owner = organization();
        added(owner, "code");
        Query unused = in(owner).and(Condition.equal("isVerified", false));
        List<Integer> counts = race(RIVALS, i -> store.updateAll(USER, unused, Map.of("isVerified", true, "score", i)));
        assertEquals(1, counts.stream().mapToInt(count -> count).sum());
        assertEquals(counts.indexOf(1), find(owner, "code").score);
    }

    @Test
    void concurrentDeletesCountARowOnce() throws Exception {
        String owner = organization();
        for (int i = 0; i < 50; i++) {
            added(owner, "u" + i);
        }
        List<Integer> counts = race(8, i -> store.delete(USER, i % 2 == 0 ? in(owner) : in(owner).window(0, 30)));
        store.delete(USER, in(owner));
        assertTrue(counts.stream().mapToInt(count -> count).sum() <= 50);
        assertEquals(0, store.count(USER, in(owner)));
    }

    @Test
    void transactionsThatCrossEachOtherAllSucceed() throws Exception {
        String owner = organization();
        added(owner, "a");
        added(owner, "b");
        race(8, i -> {
            for (int round = 0; round < 5; round++) {
                store.inTransaction(() -> increase(owner, i % 2 == 0 ? "a" : "b") && increase(owner, i % 2 == 0 ? "b" : "a"));
            }
            return true;
        });
        assertEquals(40, find(owner, "a").github.length());
        assertEquals(40, find(owner, "b").github.length());
    }

    /** Takes the lock of the row before it reads. */
    private boolean increase(String owner, String name) {
        store.updateAll(USER, in(owner).and(Condition.equal("name", name)), Map.of("tag", "locked"));
        User user = find(owner, name);
        user.github += "x";
        return store.update(USER, USER.keyOf(user), user, List.of("github"));
    }
}
