package iam.providers.jpa;

import iam.api.EntityField;

/** A column for a list, map or nested object, as JSON text; NULL for null. */
record JsonColumn(EntityField field, String name) implements Column {
    static JsonColumn of(EntityField field) {
        return new JsonColumn(field, Names.column(field.name()));
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public Object get(Object entity) {
        return JsonText.write(field.get(entity));
    }

    @Override
    public void set(Object entity, Object value) {
        field.set(entity, value == null ? null : JsonText.read(value.toString(), field));
    }
}
