package iam.api;

/** What a field holds. */
public enum FieldKind {
    /** Text. */
    TEXT,
    /** True or false. */
    BOOLEAN,
    /** 32-bit integer. */
    INT,
    /** 64-bit integer. */
    LONG,
    /** Number with a fraction; whole values are written without one. */
    DOUBLE,
    /** A list of texts, integers, numbers or nested objects; may be null. */
    LIST,
    /** A map from text to text; may be null. */
    MAP,
    /** A nested object; may be null. */
    OBJECT;

    /**
     * Whether a row can be filtered, sorted and bulk-updated by such a field.
     *
     * @return true for everything but lists, maps and nested objects
     */
    public boolean scalar() {
        return compareTo(LIST) < 0;
    }
}
