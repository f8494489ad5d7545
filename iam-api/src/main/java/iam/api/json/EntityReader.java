package iam.api.json;

import iam.api.ApiException;
import iam.api.EntityField;
import iam.api.FieldKind;
import iam.api.Message;
import iam.api.Shape;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads entities and nested objects of the wire format: unknown members are ignored, null is the zero value, a wrong type is an error that names the member
 * (contract: entities.md section 5). Stateless.
 */
public final class EntityReader {
    private EntityReader() {
    }

    /**
     * Reads an object.
     *
     * @param <T> its class
     * @param parser before the object, or behind its start
     * @param type an entity class or nested class of the wire format
     * @return a new object
     * @throws ApiException when there is no object or a member has the wrong type
     */
    public static <T> T read(JsonParser parser, Class<T> type) {
        if (parser.next() != Event.START_OBJECT) {
            throw new ApiException(Message.JSON_INVALID);
        }
        return members(parser, type);
    }

    /**
     * Reads the value of a field as it was written for storage.
     *
     * @param parser before the value
     * @param field the field
     * @return null for JSON null
     */
    public static Object value(JsonParser parser, EntityField field) {
        return value(parser, parser.next(), field.kind(), field.element(), field.name());
    }

    /**
     * Reads the members of an object.
     *
     * @param <T> its class
     * @param parser behind the start of the object
     * @param type an entity class or nested class of the wire format
     * @return a new object
     * @throws ApiException when a member has the wrong type
     */
    public static <T> T members(JsonParser parser, Class<T> type) {
        Shape<T> shape = Shape.of(type);
        T object = shape.create();
        while (parser.next() == Event.KEY_NAME) {
            EntityField field = shape.field(parser.getString()).filter(EntityField::wire).orElse(null);
            Event event = parser.next();
            if (field == null) {
                skip(parser, event);
            } else {
                field.set(object, value(parser, event, field.kind(), field.element(), field.name()));
            }
        }
        return object;
    }

    private static Object value(JsonParser parser, Event event, FieldKind kind, Class<?> element, String name) {
        if (event == Event.VALUE_NULL) {
            return null;
        }
        return switch (kind) {
            case TEXT -> text(parser, event, name);
            case BOOLEAN -> flag(event, name);
            case INT -> (int) integer(parser, event, name, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer(parser, event, name, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> number(parser, event, name).doubleValue();
            case LIST -> list(parser, event, element, name);
            case MAP -> map(parser, event, name);
            case OBJECT -> object(parser, event, element, name);
        };
    }

    private static String text(JsonParser parser, Event event, String name) {
        require(event == Event.VALUE_STRING, name);
        return parser.getString();
    }

    private static boolean flag(Event event, String name) {
        require(event == Event.VALUE_TRUE || event == Event.VALUE_FALSE, name);
        return event == Event.VALUE_TRUE;
    }

    private static BigDecimal number(JsonParser parser, Event event, String name) {
        require(event == Event.VALUE_NUMBER, name);
        BigDecimal value = parser.getBigDecimal();
        require(Math.abs((long) value.scale()) < 400 && value.precision() < 400, name);
        return value;
    }

    private static long integer(JsonParser parser, Event event, String name, long least, long most) {
        try {
            long value = number(parser, event, name).longValueExact();
            require(value >= least && value <= most, name);
            return value;
        } catch (ArithmeticException e) {
            throw new ApiException(Message.JSON_WRONG_TYPE, name);
        }
    }

    private static List<Object> list(JsonParser parser, Event event, Class<?> element, String name) {
        require(event == Event.START_ARRAY, name);
        FieldKind kind = kindOf(element);
        List<Object> list = new ArrayList<>();
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
            Object value = value(parser, next, kind, element, name);
            list.add(value == null && kind == FieldKind.TEXT ? "" : value);
        }
        return list;
    }

    private static FieldKind kindOf(Class<?> element) {
        if (element == String.class) {
            return FieldKind.TEXT;
        } else if (element == Integer.class) {
            return FieldKind.INT;
        }
        return element == Double.class ? FieldKind.DOUBLE : FieldKind.OBJECT;
    }

    private static Map<String, String> map(JsonParser parser, Event event, String name) {
        require(event == Event.START_OBJECT, name);
        Map<String, String> map = new LinkedHashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String key = parser.getString();
            Object value = value(parser, parser.next(), FieldKind.TEXT, String.class, name);
            map.put(key, value == null ? "" : value.toString());
        }
        return map;
    }

    private static Object object(JsonParser parser, Event event, Class<?> element, String name) {
        require(event == Event.START_OBJECT, name);
        return members(parser, element);
    }

    /** Event by event: the skipping of some parsers goes on forever behind the end of a text that was cut off. */
    static void skip(JsonParser parser, Event first) {
        int depth = step(first);
        while (depth > 0) {
            depth += step(parser.next());
        }
    }

    private static int step(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    private static void require(boolean good, String name) {
        if (!good) {
            throw new ApiException(Message.JSON_WRONG_TYPE, name);
        }
    }
}
