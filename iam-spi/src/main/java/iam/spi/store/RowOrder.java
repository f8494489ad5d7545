package iam.spi.store;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of a query: its sort field, then the key. */
final class RowOrder implements Comparator<Entity> {
    private final List<EntityField> fields = new ArrayList<>();
    private final boolean descending;

    RowOrder(EntityType<?> type, Query query) {
        if (!query.sort().isEmpty()) {
            fields.add(Fields.comparable(type, query.sort()));
        }
        fields.addAll(type.keys());
        descending = query.descending();
    }

    @Override
    public int compare(Entity a, Entity b) {
        for (EntityField field : fields) {
            int order = Fields.compare(field.get(a), field.get(b));
            if (order != 0) {
                return descending ? -order : order;
            }
        }
        return 0;
    }
}
