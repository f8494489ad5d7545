package iam.war.resource;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.has;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Keeps references between objects right when one is renamed or deleted. They are found by their exact text. */
@Component
final class References {
    private final EntityStore store;

    @Inject
    References(EntityStore store) {
        this.store = store;
    }

    /** Replaces an element of an indexed list, or removes it when there is no new text. */
    <E extends Entity> void replaceInList(EntityType<E> type, String field, String old, String renamed) {
        EntityField list = type.field(field);
        for (E row : store.list(type, Query.where(has(field, old)))) {
            list.set(row, replaced((List<?>) list.get(row), old, renamed));
            store.update(type, type.keyOf(row), row, List.of(field));
        }
    }

    private static List<?> replaced(List<?> list, String old, String renamed) {
        return list.stream().filter(element -> !renamed.isEmpty() || !element.equals(old)).map(element -> element.equals(old) ? renamed : element).toList();
    }

    /** Replaces the value of a plain field in all rows of an organization. */
    void replace(EntityType<?> type, String organization, String field, String old, String renamed) {
        store.updateAll(type, Query.where(equal(type.scope().name(), organization), equal(field, old)), Map.of(field, renamed));
    }

    /** Replaces the value of a plain field in all rows. */
    void replaceEverywhere(EntityType<?> type, String field, String old, String renamed) {
        store.updateAll(type, Query.where(equal(field, old)), Map.of(field, renamed));
    }
}
