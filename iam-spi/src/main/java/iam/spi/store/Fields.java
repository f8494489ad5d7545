package iam.spi.store;

import iam.api.EntityField;
import iam.api.EntityType;
import java.util.Comparator;

/** What a query may say about a field, and how values compare. */
final class Fields {
    /** Text by code points, as databases do; {@link String#compareTo} goes by UTF-16 units. */
    static final Comparator<String> CODE_POINTS = (a, b) -> {
        int from = 0;
        while (from < a.length() && from < b.length() && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        if (from == a.length() || from == b.length()) {
            return a.length() - b.length();
        }
        return Integer.compare(a.codePointAt(from), b.codePointAt(from));
    };

    private Fields() {
    }

    static EntityField stored(EntityType<?> type, String name) {
        EntityField field = type.field(name);
        if (!field.stored()) {
            throw new IllegalArgumentException(type.name() + "." + name + " is not stored");
        }
        return field;
    }

    static EntityField comparable(EntityType<?> type, String name) {
        EntityField field = stored(type, name);
        if (!field.kind().scalar() || field.packed()) {
            throw new IllegalArgumentException(type.name() + "." + name + " can't be compared");
        }
        return field;
    }

    static EntityField assignable(EntityType<?> type, String name) {
        EntityField field = comparable(type, name);
        if (field.key()) {
            throw new IllegalArgumentException(type.name() + "." + name + " is part of the key");
        }
        return field;
    }

    static Object convert(EntityField field, Object value) {
        return switch (field.kind()) {
            case INT -> ((Number) value).intValue();
            case LONG -> ((Number) value).longValue();
            case DOUBLE -> ((Number) value).doubleValue();
            default -> value;
        };
    }

    static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x instanceof Double || y instanceof Double ? Double.compare(x.doubleValue(), y.doubleValue()) : Long.compare(x.longValue(), y.longValue());
        } else if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        return CODE_POINTS.compare(a.toString(), b.toString());
    }

    static String written(Object value) {
        return value instanceof Double number && number == Math.rint(number) ? Long.toString(number.longValue()) : value.toString();
    }
}
