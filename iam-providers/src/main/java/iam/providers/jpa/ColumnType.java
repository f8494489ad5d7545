package iam.providers.jpa;

/** What a column holds, before a {@link Dialect} names it. */
enum ColumnType {
    BOOLEAN(Boolean.class, "false"),
    INTEGER(Integer.class, "0"),
    BIGINT(Long.class, "0"),
    DOUBLE(Double.class, "0"),
    VARCHAR(String.class, "''"),
    TEXT(String.class, "''");

    private final Class<?> javaType;
    private final String zero;

    ColumnType(Class<?> javaType, String zero) {
        this.javaType = javaType;
        this.zero = zero;
    }

    Class<?> javaType() {
        return javaType;
    }

    /** The SQL literal of the value that nobody has set. */
    String zero() {
        return zero;
    }
}
