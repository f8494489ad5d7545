package iam.api;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** A field of an entity or of a nested object, with its marks. Immutable and safe for use by several threads. */
public final class EntityField {
    private final Field field;
    private final FieldKind kind;
    private final Class<?> element;
    private final Length length;
    private final Secret secret;

    EntityField(Field field) {
        this.field = field;
        // spares a check of access with each use
        field.trySetAccessible();
        this.kind = kind(field.getType());
        this.element = element(field);
        this.length = field.getAnnotation(Length.class);
        this.secret = field.getAnnotation(Secret.class);
    }

    private static FieldKind kind(Class<?> type) {
        if (type == String.class) {
            return FieldKind.TEXT;
        } else if (type == boolean.class) {
            return FieldKind.BOOLEAN;
        } else if (type == int.class) {
            return FieldKind.INT;
        } else if (type == long.class) {
            return FieldKind.LONG;
        } else if (type == double.class) {
            return FieldKind.DOUBLE;
        } else if (type == List.class) {
            return FieldKind.LIST;
        }
        return type == Map.class ? FieldKind.MAP : FieldKind.OBJECT;
    }

    private static Class<?> element(Field field) {
        Type generic = field.getGenericType();
        if (field.getType() == List.class && generic instanceof ParameterizedType list) {
            return (Class<?>) list.getActualTypeArguments()[0];
        }
        return field.getType() == Map.class ? String.class : field.getType();
    }

    /**
     * The name in JSON, in queries and in {@code columns}.
     *
     * @return never empty
     */
    public String name() {
        return field.getName();
    }

    /**
     * What it holds.
     *
     * @return never null
     */
    public FieldKind kind() {
        return kind;
    }

    /**
     * The class of the value, or of the elements of a list or map.
     *
     * @return never null
     */
    public Class<?> element() {
        return element;
    }

    /**
     * The longest text it takes.
     *
     * @return code points; 0 when there is no limit
     */
    public int length() {
        return length == null ? 0 : length.value();
    }

    /**
     * Whether it is part of the primary key.
     *
     * @return true for key parts
     */
    public boolean key() {
        return field.isAnnotationPresent(PrimaryKey.class);
    }

    /**
     * Whether callers see a mask in its place.
     *
     * @return true for secrets
     */
    public boolean secret() {
        return secret != null;
    }

    /**
     * What callers see in its place.
     *
     * @return null when it is no secret
     */
    public Mask mask() {
        return secret == null ? null : secret.value();
    }

    /**
     * Whether a store keeps it.
     *
     * @return false for computed fields
     */
    public boolean stored() {
        return !field.isAnnotationPresent(Computed.class);
    }

    /**
     * Whether it stands in requests and answers.
     *
     * @return false for internal fields
     */
    public boolean wire() {
        return !field.isAnnotationPresent(Internal.class);
    }

    /**
     * Whether a store may keep it together with others in one column.
     *
     * @return true for packed fields
     */
    public boolean packed() {
        return field.isAnnotationPresent(Packed.class);
    }

    /**
     * Whether an answer leaves it out when it is empty.
     *
     * @return true for such fields
     */
    public boolean omitEmpty() {
        return field.isAnnotationPresent(OmitEmpty.class);
    }

    /**
     * Whether it is a list that rows are looked up by.
     *
     * @return true for such lists
     */
    public boolean lookup() {
        return field.isAnnotationPresent(Lookup.class);
    }

    /**
     * Whether callers may filter and sort by it: stored, scalar, neither secret, internal nor packed.
     *
     * @return true when they may
     */
    public boolean queryable() {
        return kind.scalar() && stored() && wire() && !secret() && !packed();
    }

    /**
     * Reads the field.
     *
     * @param object an object that has the field
     * @return the value; null only for lists, maps and nested objects
     */
    public Object get(Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("field " + name() + " is not public", e);
        }
    }

    /**
     * Reads a text field.
     *
     * @param object an object that has the field
     * @return never null
     */
    public String text(Object object) {
        Object value = get(object);
        return value == null ? "" : value.toString();
    }

    /**
     * Writes the field.
     *
     * @param object an object that has the field
     * @param value of the field's own Java type; null is the zero value
     */
    public void set(Object object, Object value) {
        try {
            field.set(object, value == null ? zero() : value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("field " + name() + " is not public", e);
        }
    }

    /**
     * The value of a field that nobody has set.
     *
     * @return empty text, false or 0; null for lists, maps and nested objects
     */
    public Object zero() {
        return switch (kind) {
            case TEXT -> "";
            case BOOLEAN -> false;
            case INT -> 0;
            case LONG -> 0L;
            case DOUBLE -> 0d;
            default -> null;
        };
    }

    /**
     * Whether the value is the zero value, or an empty list or map.
     *
     * @param object an object that has the field
     * @return true when nothing is set
     */
    public boolean empty(Object object) {
        Object value = get(object);
        return value == null || value.equals(zero()) || value instanceof List<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }

    @Override
    public String toString() {
        return name();
    }
}
