package iam.spi.store;

import iam.api.Entity;
import iam.api.EntityType;
import iam.spi.store.Condition.Contains;
import iam.spi.store.Condition.Equal;
import iam.spi.store.Condition.Greater;
import iam.spi.store.Condition.Has;
import iam.spi.store.Condition.In;
import iam.spi.store.Condition.Less;
import iam.spi.store.Condition.NotEqual;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether a row fulfils all conditions. */
final class RowFilter implements Predicate<Entity> {
    private final List<Predicate<Entity>> predicates = new ArrayList<>();

    RowFilter(EntityType<?> type, List<Condition> conditions) {
        conditions.forEach(condition -> predicates.add(predicate(type, condition)));
    }

    @Override
    public boolean test(Entity row) {
        return predicates.stream().allMatch(predicate -> predicate.test(row));
    }

    private static Predicate<Entity> predicate(EntityType<?> type, Condition condition) {
        if (condition instanceof Has has) {
            var field = Fields.stored(type, has.field());
            return row -> field.get(row) instanceof List<?> list && list.contains(has.value());
        }
        var field = Fields.comparable(type, condition.field());
        Predicate<Object> test = test(condition);
        return row -> test.test(field.get(row));
    }

    private static Predicate<Object> test(Condition condition) {
        if (condition instanceof Equal equal) {
            return value -> Fields.compare(value, equal.value()) == 0;
        } else if (condition instanceof NotEqual not) {
            return value -> Fields.compare(value, not.value()) != 0;
        } else if (condition instanceof In in) {
            return value -> in.values().stream().anyMatch(one -> Fields.compare(value, one) == 0);
        } else if (condition instanceof Less less) {
            return value -> Fields.compare(value, less.value()) < 0;
        } else if (condition instanceof Greater greater) {
            return value -> Fields.compare(value, greater.value()) > 0;
        }
        Like like = new Like(((Contains) condition).value());
        return value -> like.test(Fields.written(value));
    }
}
