package iam.providers.jpa;

import iam.api.EntityField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The column that holds all packed fields of a row as one JSON object; empty ones are left out, NULL when all are. */
record PackedColumn(String name, List<EntityField> fields) implements Column {
    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public Object get(Object entity) {
        List<EntityField> filled = new ArrayList<>();
        for (EntityField field : fields) {
            if (!field.empty(entity)) {
                filled.add(field);
            }
        }
        return filled.isEmpty() ? null : JsonText.writeMembers(entity, filled);
    }

    @Override
    public void set(Object entity, Object value) {
        if (value != null) {
            JsonText.readMembers(value.toString(), entity, fields);
        }
    }

    /** What the column has to hold when some of its fields change. */
    Object merged(Object stored, Object values, Collection<EntityField> changed) {
        changed.forEach(field -> field.set(stored, field.get(values)));
        return get(stored);
    }
}
