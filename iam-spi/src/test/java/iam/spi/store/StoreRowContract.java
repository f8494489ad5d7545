package iam.spi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.User;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store does with single rows. */
abstract class StoreRowContract extends StoreFixture {
    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void everyStoredFieldComesBackAsItWas(EntityType<E> type) {
        E row = Samples.full(type);
        assertTrue(store.insert(row));
        assertStored(row, store.find(type, type.keyOf(row)).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void emptyRowComesBackEmpty(EntityType<E> type) {
        E row = Samples.bare(type);
        assertTrue(store.insert(row));
        assertStored(row, store.find(type, type.keyOf(row)).orElseThrow());
    }

    private static <E extends Entity> E withKeyOf(E row, EntityType<E> type) {
        E other = Samples.bare(type);
        type.keys().forEach(key -> key.set(other, key.get(row)));
        return other;
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void secondInsertAnswersFalseAndChangesNothing(EntityType<E> type) {
        E row = Samples.full(type);
        assertTrue(store.insert(row));
        assertFalse(store.insert(withKeyOf(row, type)));
        assertStored(row, store.find(type, type.keyOf(row)).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void severalRowsComeBackAsTheyWere(EntityType<E> type) {
        List<E> rows = List.of(Samples.full(type), Samples.bare(type));
        store.insertAll(rows);
        rows.forEach(row -> assertStored(row, store.find(type, type.keyOf(row)).orElseThrow()));
        store.insertAll(List.of());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void ofSeveralRowsOneOfWhichIsTakenNoneIsAdded(EntityType<E> type) {
        E taken = Samples.full(type);
        store.insert(taken);
        E row = Samples.full(type);
        assertThrows(DuplicateKeyException.class, () -> store.insertAll(List.of(row, withKeyOf(taken, type))));
        assertFalse(store.find(type, type.keyOf(row)).isPresent());
        assertStored(taken, store.find(type, type.keyOf(taken)).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void updateChangesNamedFieldsOnly(EntityType<E> type) {
        E row = Samples.full(type);
        store.insert(row);
        E values = Samples.full(type);
        List<String> fields = new ArrayList<>();
        for (EntityField field : type.stored()) {
            if (!field.key() && fields.size() % 2 == type.stored().indexOf(field) % 2) {
                fields.add(field.name());
            }
        }
        assertTrue(store.update(type, type.keyOf(row), values, fields));
        type.copy(values, row, fields);
        assertStored(row, store.find(type, type.keyOf(row)).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void updateOfAllFieldsReplacesTheRow(EntityType<E> type) {
        E row = Samples.full(type);
        store.insert(row);
        E values = Samples.bare(type);
        assertTrue(store.update(type, type.keyOf(row), values, type.storedNames()));
        assertTrue(store.find(type, type.keyOf(row)).isEmpty());
        assertStored(values, store.find(type, type.keyOf(values)).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void takenKeyRefusesTheMove(EntityType<E> type) {
        E row = Samples.full(type);
        E other = Samples.bare(type);
        store.insert(row);
        store.insert(other);
        assertThrows(DuplicateKeyException.class, () -> store.update(type, type.keyOf(row), other, type.storedNames()));
        assertStored(row, store.find(type, type.keyOf(row)).orElseThrow());
        assertStored(other, store.find(type, type.keyOf(other)).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void deleteRemovesTheRowOnce(EntityType<E> type) {
        E row = Samples.full(type);
        store.insert(row);
        List<Condition> key = new ArrayList<>();
        type.keys().forEach(field -> key.add(Condition.equal(field.name(), field.get(row))));
        assertEquals(1, store.delete(type, Query.where(key)));
        assertEquals(0, store.delete(type, Query.where(key)));
        assertTrue(store.find(type, type.keyOf(row)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void absentRowIsNotUpdated(EntityType<E> type) {
        E row = Samples.full(type);
        assertFalse(store.update(type, type.keyOf(row), row, type.storedNames()));
        assertFalse(store.update(type, type.keyOf(row), row, List.of()));
        assertTrue(store.find(type, type.keyOf(row)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    <E extends Entity> void rowsCanBeListedByAndFilteredForEveryScalarField(EntityType<E> type) {
        E row = Samples.full(type);
        store.insert(row);
        Query key = Query.where(type.keys().stream().map(field -> Condition.equal(field.name(), field.get(row))).toList());
        for (EntityField field : type.stored()) {
            if (field.kind().scalar() && !field.packed()) {
                Query query = key.and(Condition.equal(field.name(), field.get(row))).ascending(field.name()).window(0, 10);
                assertEquals(1, store.list(type, query).size(), field::name);
                assertEquals(1, store.count(type, query), field::name);
            }
        }
    }

    @Test
    void updateWithoutAChangeAnswersThatTheRowWasThere() {
        User user = added(organization(), "same");
        assertTrue(store.update(USER, USER.keyOf(user), user, USER.storedNames()));
        assertTrue(store.update(USER, USER.keyOf(user), user, List.of("displayName")));
        assertTrue(store.update(USER, USER.keyOf(user), user, List.of()));
    }

    @Test
    void emptyListStaysApartFromNull() {
        User user = user(organization(), "lists");
        user.groups = List.of();
        user.address = List.of();
        user.properties = java.util.Map.of();
        store.insert(user);
        User found = find(user.owner, user.name);
        assertEquals(List.of(), found.groups);
        assertEquals(List.of(), found.address);
        assertEquals(java.util.Map.of(), found.properties);
        assertNull(found.roles);
    }

    @Test
    void keysAreCaseSensitiveAndKeepTheirSpaces() {
        String owner = organization();
        for (String name : List.of("x", "X", "x ", " x", "é", "e", "É", "x\t")) {
            added(owner, name).displayName = name;
        }
        assertEquals(8, store.count(USER, in(owner)));
        assertEquals("x ", find(owner, "x ").name);
        assertNull(find(owner, "x  "));
        assertNull(find(owner.toUpperCase(java.util.Locale.ROOT), "x"));
        assertEquals(List.of("X"), names(in(owner).and(Condition.equal("name", "X"))));
    }

    @Test
    void incompleteAndForeignKeysFindNothing() {
        String owner = organization();
        added(owner, "x");
        for (EntityKey key : List.of(EntityKey.of(owner, ""), EntityKey.of("", "x"), EntityKey.of(owner), EntityKey.of(owner, "x", "y"))) {
            assertTrue(store.find(USER, key).isEmpty());
            assertFalse(store.update(USER, key, user(owner, "z"), List.of("displayName")));
        }
        EntityType<?> records = EntityType.of(iam.api.entity.AuditRecord.class);
        for (String id : List.of("abc", "1.0", "99999999999999999999", "' or 1=1")) {
            assertTrue(store.find(records, EntityKey.of(id)).isEmpty());
        }
    }

    @Test
    void entitiesAreCopies() {
        User user = user(organization(), "copy");
        user.groups = new ArrayList<>(List.of("a"));
        store.insert(user);
        user.groups.add("b");
        find(user.owner, "copy").groups.add("c");
        assertEquals(List.of("a"), find(user.owner, "copy").groups);
    }

    @Test
    void computedFieldsAreNotStored() {
        User user = user(organization(), "computed");
        user.multiFactorAuths = List.of();
        store.insert(user);
        assertNull(find(user.owner, "computed").multiFactorAuths);
        assertThrows(IllegalArgumentException.class, () -> store.update(USER, USER.keyOf(user), user, List.of("multiFactorAuths")));
        assertThrows(IllegalArgumentException.class, () -> store.update(USER, USER.keyOf(user), user, List.of("no such field")));
    }

    @Test
    void movedRowKeepsEverythingElse() {
        User user = Samples.full(USER);
        user.owner = organization();
        store.insert(user);
        User moved = user(user.owner, "moved");
        assertTrue(store.update(USER, USER.keyOf(user), moved, List.of("name")));
        assertNull(find(user.owner, user.name));
        user.name = "moved";
        assertStored(user, find(user.owner, "moved"));
        assertEquals(List.of("moved"), names(in(user.owner).and(Condition.has("groups", user.groups.get(1)))));
    }

    @Test
    void packedFieldsAreMergedNotReplaced() {
        User user = user(organization(), "packed");
        user.github = "octo";
        user.custom10 = "long";
        store.insert(user);
        User values = user("", "");
        values.google = "goo";
        assertTrue(store.update(USER, USER.keyOf(user), values, List.of("google", "custom10")));
        User found = find(user.owner, user.name);
        assertNotNull(found);
        assertEquals(List.of("octo", "goo", ""), List.of(found.github, found.google, found.custom10));
    }
}
