package iam.spi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.EntityKey;
import iam.api.entity.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What conditions, orders and windows mean. */
abstract class StoreQueryContract extends StoreRowContract {
    private String people() {
        String owner = organization();
        person(owner, "a", "Anna", 1, 0.5);
        person(owner, "b", "bert", 2, 10);
        person(owner, "c", "Carl 100%", 30, -3);
        person(owner, "d", "D_E\\F", 4, 1000.25);
        return owner;
    }

    private void person(String owner, String name, String displayName, int score, double balance) {
        User user = user(owner, name);
        user.displayName = displayName;
        user.score = score;
        user.balance = balance;
        user.isAdmin = score == 2;
        user.bio = displayName;
        user.groups = List.of("built-in/" + displayName, "everybody", "everybody", "%");
        assertTrue(store.insert(user));
    }

    private String fitting(String owner, Condition condition) {
        Query query = in(owner).and(condition).ascending("name");
        String names = String.join("", names(query));
        assertEquals(names.length(), store.count(USER, query));
        assertEquals(names.length(), store.updateAll(USER, query, Map.of("language", "x" + condition.hashCode())));
        return names;
    }

    @Test
    void equalAndNotEqual() {
        String owner = people();
        assertEquals("b", fitting(owner, Condition.equal("displayName", "bert")));
        assertEquals("", fitting(owner, Condition.equal("displayName", "Bert")));
        assertEquals("", fitting(owner, Condition.equal("displayName", "bert ")));
        assertEquals("c", fitting(owner, Condition.equal("score", 30)));
        assertEquals("d", fitting(owner, Condition.equal("balance", 1000.25)));
        assertEquals("b", fitting(owner, Condition.equal("isAdmin", true)));
        assertEquals("acd", fitting(owner, Condition.notEqual("isAdmin", true)));
        assertEquals("acd", fitting(owner, Condition.notEqual("displayName", "bert")));
        assertEquals("abd", fitting(owner, Condition.notEqual("score", 30L)));
    }

    @Test
    void someFieldsOnly() {
        String owner = people();
        List<User> some = store.list(USER, in(owner).descending("name").window(1, 2), List.of("displayName", "score", "balance", "isAdmin"));
        assertEquals(List.of("Carl 100%", "bert"), some.stream().map(user -> user.displayName).toList());
        assertEquals(List.of(30, 2), some.stream().map(user -> user.score).toList());
        assertEquals(List.of(-3d, 10d), some.stream().map(user -> user.balance).toList());
        assertEquals(List.of(false, true), some.stream().map(user -> user.isAdmin).toList());
        assertEquals(List.of("a", "b", "c", "d"), store.list(USER, in(owner).ascending("name"), List.of("name")).stream().map(user -> user.name).toList());
        for (String field : List.of("groups", "properties", "nothing")) {
            assertThrows(IllegalArgumentException.class, () -> store.list(USER, in(owner), List.of("name", field)), field);
        }
    }

    @Test
    void lessAndGreater() {
        String owner = people();
        assertEquals("ab", fitting(owner, Condition.less("score", 4)));
        assertEquals("cd", fitting(owner, Condition.greater("score", 2)));
        assertEquals("ac", fitting(owner, Condition.less("balance", 10)));
        assertEquals("acd", fitting(owner, Condition.less("displayName", "Z")));
        assertEquals("b", fitting(owner, Condition.greater("displayName", "Z")));
        assertEquals("", fitting(owner, Condition.greater("displayName", "bert")));
    }

    @Test
    void in() {
        String owner = people();
        assertEquals("ad", fitting(owner, Condition.in("name", List.of("a", "d", "A", "zz", "a "))));
        assertEquals("ac", fitting(owner, Condition.in("score", List.of(1, 30L))));
        assertEquals("", fitting(owner, Condition.in("name", List.of())));
        List<String> many = new ArrayList<>(IntStream.range(0, 3000).mapToObj(i -> "n" + i).toList());
        many.add("c");
        assertEquals("c", fitting(owner, Condition.in("name", many)));
    }

    @Test
    void containsWithWildcards() {
        String owner = people();
        assertEquals("bc", fitting(owner, Condition.contains("displayName", "r")));
        assertEquals("", fitting(owner, Condition.contains("displayName", "R")));
        assertEquals("a", fitting(owner, Condition.contains("displayName", "A%a")));
        assertEquals("b", fitting(owner, Condition.contains("displayName", "b__t")));
        assertEquals("abcd", fitting(owner, Condition.contains("displayName", "%")));
        assertEquals("abcd", fitting(owner, Condition.contains("displayName", "")));
        assertEquals("d", fitting(owner, Condition.contains("displayName", "\\")));
        assertEquals("d", fitting(owner, Condition.contains("displayName", "E\\F")));
        assertEquals("", fitting(owner, Condition.contains("displayName", "\\%x")));
        assertEquals("", fitting(owner, Condition.contains("displayName", "!")));
        assertEquals("", fitting(owner, Condition.contains("displayName", "' or '1'='1")));
        assertEquals("d", fitting(owner, Condition.contains("bio", "_E\\")));
    }

    @Test
    void containsComparesTheWrittenFormOfNumbersAndFlags() {
        String owner = people();
        assertEquals("c", fitting(owner, Condition.contains("score", "3")));
        assertEquals("b", fitting(owner, Condition.contains("isAdmin", "tr")));
        assertEquals("acd", fitting(owner, Condition.contains("isAdmin", "fal")));
        assertEquals("d", fitting(owner, Condition.contains("balance", ".25")));
        assertEquals("bd", fitting(owner, Condition.contains("balance", "10")));
        assertEquals("", fitting(owner, Condition.contains("balance", "10.0")));
    }

    @Test
    void hasLooksIntoLists() {
        String owner = people();
        assertEquals("b", fitting(owner, Condition.has("groups", "built-in/bert")));
        assertEquals("", fitting(owner, Condition.has("groups", "built-in/Bert")));
        assertEquals("abcd", fitting(owner, Condition.has("groups", "everybody")));
        assertEquals("abcd", fitting(owner, Condition.has("groups", "%")));
        assertEquals("", fitting(owner, Condition.has("groups", "every%")));
        User moved = user(owner, "b");
        moved.groups = List.of("new", "x".repeat(2000));
        store.update(USER, USER.keyOf(moved), moved, List.of("groups"));
        assertEquals("", fitting(owner, Condition.has("groups", "built-in/bert")));
        assertEquals("b", fitting(owner, Condition.has("groups", "new")));
        assertEquals("b", fitting(owner, Condition.has("groups", "x".repeat(2000))));
        assertEquals(1, store.delete(USER, in(owner).and(Condition.has("groups", "new"))));
        added(owner, "b");
        assertEquals("", fitting(owner, Condition.has("groups", "new")));
    }

    @Test
    void keysAreFoundByElements() {
        String owner = people();
        String everybody = "everybody in " + owner;
        String large = "x".repeat(2000) + owner;
        for (String name : List.of("b", "c")) {
            User moved = user(owner, name);
            moved.groups = name.equals("b") ? List.of(everybody, large, everybody) : List.of(everybody);
            store.update(USER, USER.keyOf(moved), moved, List.of("groups"));
        }
        EntityKey b = EntityKey.of(owner, "b");
        Map<String, List<EntityKey>> keys = store.keysByElement(USER, "groups", List.of(everybody, large, everybody, "nobody in " + owner, everybody.toUpperCase(Locale.ROOT), everybody + " "));
        assertEquals(Set.of(everybody, large), keys.keySet());
        assertEquals(Set.of(b, EntityKey.of(owner, "c")), Set.copyOf(keys.get(everybody)));
        assertEquals(2, keys.get(everybody).size());
        assertEquals(List.of(b), keys.get(large));
        List<String> many = new ArrayList<>(IntStream.range(0, 2500).mapToObj(i -> "g" + i).toList());
        many.add(large);
        assertEquals(Map.of(large, List.of(b)), store.keysByElement(USER, "groups", many));
        assertEquals(Map.of(), store.keysByElement(USER, "groups", List.of()));
        assertEquals(List.of(b), store.inTransaction(() -> {
            store.delete(USER, in(owner).and(Condition.equal("name", "c")));
            return store.keysByElement(USER, "groups", List.of(everybody)).get(everybody);
        }));
        assertThrows(IllegalArgumentException.class, () -> store.keysByElement(USER, "nothing", List.of(everybody)));
    }

    @Test
    void severalConditionsMustAllHold() {
        String owner = people();
        Query query = in(owner).and(Condition.has("groups", "everybody")).and(Condition.has("groups", "%")).and(Condition.greater("score", 1));
        assertEquals(List.of("b", "d"), names(query.and(Condition.less("score", 30)).ascending("name")));
    }

    @Test
    void unknownAndIncomparableFieldsAreRefused() {
        for (String field : List.of("nothing", "groups", "properties", "github", "multiFactorAuths", "name; drop table")) {
            assertThrows(IllegalArgumentException.class, () -> store.list(USER, Query.where(Condition.equal(field, "x"))), field);
            assertThrows(IllegalArgumentException.class, () -> store.list(USER, Query.where().ascending(field)), field);
            assertThrows(IllegalArgumentException.class, () -> store.updateAll(USER, Query.where(), Map.of(field, "x")), field);
        }
        assertThrows(IllegalArgumentException.class, () -> store.updateAll(USER, Query.where(), Map.of("name", "x")));
    }

    @Test
    void sortPutsTiesInTheOrderOfTheKey() {
        String owner = organization();
        for (String name : List.of("b", "A", "d", "C", "a")) {
            User user = user(owner, name);
            user.score = name.equals("d") ? 1 : 7;
            store.insert(user);
        }
        assertEquals(List.of("d", "A", "C", "a", "b"), names(in(owner).ascending("score")));
        assertEquals(List.of("b", "a", "C", "A", "d"), names(in(owner).descending("score")));
        assertEquals(List.of("A", "C", "a", "b", "d"), names(in(owner).ascending("name")));
    }

    @Test
    void aPageOfSeveralOwnersIsInOneOrder() {
        List<String> owners = List.of(organization(), organization());
        for (int i = 0; i < 6; i++) {
            User user = user(owners.get(i % 2), "u" + i);
            user.createdTime = "2026-01-0" + i;
            store.insert(user);
        }
        Query both = Query.where(Condition.in("owner", owners));
        assertEquals(List.of("u0"), names(both.ascending("createdTime").window(0, 1)));
        assertEquals(6, names(both.ascending("createdTime").window(0, 9)).size());
        assertEquals(List.of("u2", "u3", "u4"), names(both.ascending("createdTime").window(2, 3)));
        assertEquals(List.of("u5", "u4"), names(both.descending("name").window(0, 2)));
        assertEquals(List.of("u3"), names(both.and(Condition.equal("name", "u3")).ascending("createdTime").window(0, 9)));
        assertEquals(6, store.count(USER, both));
        assertEquals(List.of(), names(Query.where(Condition.in("owner", List.of())).ascending("createdTime").window(0, 3)));
    }

    @Test
    void smallPagesAreAsLargeOnes() {
        String owner = organization();
        for (String name : List.of("Z", "a", "\u00e9", "\u4e2d", "\uff5e", "\ud83d\ude00")) {
            added(owner, name);
        }
        for (String sort : List.of("name", "createdTime")) {
            for (Query query : List.of(in(owner).ascending(sort), in(owner).descending(sort))) {
                List<String> one = IntStream.range(0, 6).mapToObj(i -> names(query.window(i, 1)).get(0)).toList();
                assertEquals(one, names(query.window(0, 6)));
            }
        }
    }

    @Test
    void windowIsAPartOfTheOrder() {
        String owner = organization();
        List<String> all = IntStream.range(10, 40).mapToObj(i -> "u" + i).toList();
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled);
        shuffled.forEach(name -> added(owner, name));
        for (int offset : List.of(0, 7, 25, 29, 30, 1000)) {
            List<String> part = names(in(owner).ascending("createdTime").window(offset, 10));
            assertEquals(all.subList(Math.min(offset, 30), Math.min(offset + 10, 30)), part);
            assertEquals(part, names(in(owner).window(offset, 10)));
        }
        assertEquals(List.of(), names(in(owner).window(0, 0)));
        assertEquals(all.subList(28, 30), names(in(owner).ascending("name").window(28, Query.ALL)));
        assertEquals(30, store.count(USER, in(owner).ascending("name").window(28, 1)));
    }

    @Test
    void deleteWithALimitTakesTheFirstOfTheOrder() {
        String owner = organization();
        for (int i = 0; i < 10; i++) {
            added(owner, "u" + i);
        }
        assertEquals(3, store.delete(USER, in(owner).descending("name").window(0, 3)));
        assertEquals(2, store.delete(USER, in(owner).window(0, 2)));
        assertEquals(List.of("u2", "u3", "u4", "u5", "u6"), names(in(owner).ascending("name")));
        assertEquals(0, store.delete(USER, in(owner).window(0, 0)));
        assertEquals(5, store.delete(USER, in(owner).window(0, 50)));
    }

    @Test
    void updateAllSetsScalars() {
        String owner = people();
        Map<String, ?> values = Map.of("score", 9, "isAdmin", true, "balance", 2.5, "tag", "it's");
        assertEquals(2, store.updateAll(USER, in(owner).and(Condition.less("score", 4)), values));
        User changed = find(owner, "a");
        assertEquals(List.of(9, true, 2.5, "it's", "Anna"), List.of(changed.score, changed.isAdmin, changed.balance, changed.tag, changed.displayName));
        assertEquals(30, find(owner, "c").score);
        assertEquals(0, store.updateAll(USER, in("nobody"), values));
    }
}
