package iam.providers.jpa;

/** A column of a table, and the way between it and an entity. */
sealed interface Column permits ScalarColumn, JsonColumn, PackedColumn {
    String name();

    ColumnType type();

    /** The longest text, in code points; 0 when there is no limit. */
    default int length() {
        return 0;
    }

    default boolean nullable() {
        return true;
    }

    /** What the column holds for this entity. */
    Object get(Object entity);

    /** Takes what the column held into an entity. */
    void set(Object entity, Object value);
}
