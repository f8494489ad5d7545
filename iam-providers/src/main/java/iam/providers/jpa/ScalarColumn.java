package iam.providers.jpa;

import iam.api.EntityField;
import iam.api.FieldKind;

/** A column for one text, number or flag. */
record ScalarColumn(EntityField field, String name, ColumnType type, int length) implements Column {
    /** Longer text that nobody looks up stands outside of the row, whose size MariaDB limits. */
    private static final int LONGEST_INLINE = 255;

    static ScalarColumn of(EntityField field, boolean indexed) {
        return new ScalarColumn(field, Names.column(field.name()), type(field, indexed), field.length());
    }

    private static ColumnType type(EntityField field, boolean indexed) {
        return switch (field.kind()) {
            case BOOLEAN -> ColumnType.BOOLEAN;
            case INT -> ColumnType.INTEGER;
            case LONG -> ColumnType.BIGINT;
            case DOUBLE -> ColumnType.DOUBLE;
            default -> field.length() > 0 && (indexed || field.length() <= LONGEST_INLINE) ? ColumnType.VARCHAR : ColumnType.TEXT;
        };
    }

    @Override
    public boolean nullable() {
        return false;
    }

    @Override
    public Object get(Object entity) {
        return field.kind() == FieldKind.TEXT ? field.text(entity) : field.get(entity);
    }

    @Override
    public void set(Object entity, Object value) {
        field.set(entity, value);
    }

    /** A value of a condition or key in the type of the column. */
    Object parameter(Object value) {
        return switch (type) {
            case INTEGER, BIGINT -> ((Number) value).longValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case BOOLEAN -> value;
            default -> value.toString();
        };
    }
}
