package iam.spi.store;

/**
 * What a row must fulfil. All comparisons of text are case-sensitive and byte for byte, {@link Contains} included.
 * Where text is ordered or characters are counted, a store may take a code point above U+FFFF for the two UTF-16 units that stand for it.
 */
public sealed interface Condition {
    /**
     * The field it speaks of.
     *
     * @return a JSON name of the type
     */
    String field();

    /**
     * The field has this value.
     *
     * @param field a stored field that is no list, map or nested object and is not packed
     * @param value text, Boolean, Integer, Long or Double, fitting the field; never null
     */
    record Equal(String field, Object value) implements Condition {
    }

    /**
     * The field does not have this value.
     *
     * @param field as for {@link Equal}
     * @param value as for {@link Equal}
     */
    record NotEqual(String field, Object value) implements Condition {
    }

    /**
     * The field has one of these values.
     *
     * @param field as for {@link Equal}
     * @param values as for {@link Equal}; no values fit no row
     */
    record In(String field, java.util.Collection<?> values) implements Condition {
    }

    /**
     * The field comes before this value: numbers by size, text by code points.
     *
     * @param field as for {@link Equal}
     * @param value as for {@link Equal}
     */
    record Less(String field, Object value) implements Condition {
    }

    /**
     * The field comes after this value: numbers by size, text by code points.
     *
     * @param field as for {@link Equal}
     * @param value as for {@link Equal}
     */
    record Greater(String field, Object value) implements Condition {
    }

    /**
     * The text, or the written form of the number or flag, contains this text, in which {@code %} stands for any text and {@code _} for any one character
     * (contract: entities.md section 4). A backslash has no special meaning.
     *
     * @param field as for {@link Equal}
     * @param value the text
     */
    record Contains(String field, String value) implements Condition {
    }

    /**
     * The list contains this text as an element.
     *
     * @param field a list of texts marked {@link iam.api.Lookup}
     * @param value the element
     */
    record Has(String field, String value) implements Condition {
    }

    /**
     * The field has this value.
     *
     * @param field a JSON name
     * @param value the value
     * @return the condition
     */
    static Condition equal(String field, Object value) {
        return new Equal(field, value);
    }

    /**
     * The field does not have this value.
     *
     * @param field a JSON name
     * @param value the value
     * @return the condition
     */
    static Condition notEqual(String field, Object value) {
        return new NotEqual(field, value);
    }

    /**
     * The field has one of these values.
     *
     * @param field a JSON name
     * @param values the values
     * @return the condition
     */
    static Condition in(String field, java.util.Collection<?> values) {
        return new In(field, values);
    }

    /**
     * The field comes before this value.
     *
     * @param field a JSON name
     * @param value the value
     * @return the condition
     */
    static Condition less(String field, Object value) {
        return new Less(field, value);
    }

    /**
     * The field comes after this value.
     *
     * @param field a JSON name
     * @param value the value
     * @return the condition
     */
    static Condition greater(String field, Object value) {
        return new Greater(field, value);
    }

    /**
     * The text contains this text.
     *
     * @param field a JSON name
     * @param value the text, with wildcards
     * @return the condition
     */
    static Condition contains(String field, String value) {
        return new Contains(field, value);
    }

    /**
     * The list contains this element.
     *
     * @param field a JSON name
     * @param value the element
     * @return the condition
     */
    static Condition has(String field, String value) {
        return new Has(field, value);
    }
}
