package iam.war.openapi;

import iam.api.EntityField;
import iam.api.Shape;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON schemas of entities and of the objects nested in them, read from the catalogue. */
final class Schemas {
    private final Map<String, Object> schemas = new LinkedHashMap<>();
    private final Deque<Class<?>> waiting = new ArrayDeque<>();
    private final Set<Class<?>> seen = new HashSet<>();

    /** The schemas of all types and of everything they hold. */
    static Map<String, Object> of(Collection<Class<?>> types) {
        Schemas all = new Schemas();
        types.forEach(all::add);
        while (!all.waiting.isEmpty()) {
            Class<?> next = all.waiting.remove();
            all.schemas.put(next.getSimpleName(), all.object(next));
        }
        return all.schemas;
    }

    private void add(Class<?> type) {
        if (seen.add(type)) {
            waiting.add(type);
        }
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (EntityField field : Shape.of(type).fields()) {
            if (field.wire()) {
                properties.put(field.name(), property(field));
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        return schema;
    }

    private Map<String, Object> property(EntityField field) {
        Map<String, Object> property = new LinkedHashMap<>(value(field));
        if (field.length() > 0) {
            property.put("maxLength", field.length());
        }
        if (field.zero() != null) {
            property.put("default", field.zero());
        }
        if (!field.stored()) {
            property.put("readOnly", true);
        }
        if (field.secret()) {
            property.put("x-secret", true);
            property.put("description", "Masked as *** in answers; a mask that is sent back keeps the stored value.");
        }
        return property;
    }

    private Map<String, Object> value(EntityField field) {
        return switch (field.kind()) {
            case TEXT -> Map.of("type", "string");
            case BOOLEAN -> Map.of("type", "boolean");
            case INT -> ordered("type", "integer", "format", "int32");
            case LONG -> ordered("type", "integer", "format", "int64");
            case DOUBLE -> ordered("type", "number", "format", "double");
            case LIST -> ordered("type", List.of("array", "null"), "items", element(field.element()));
            case MAP -> ordered("type", List.of("object", "null"), "additionalProperties", Map.of("type", "string"));
            case OBJECT -> Map.of("anyOf", List.of(reference(field.element()), Map.of("type", "null")));
        };
    }

    private Object element(Class<?> type) {
        if (type == String.class) {
            return Map.of("type", "string");
        }
        return type == Integer.class ? Map.of("type", "integer") : type == Double.class ? Map.of("type", "number") : reference(type);
    }

    private Map<String, Object> reference(Class<?> type) {
        add(type);
        return reference(type.getSimpleName());
    }

    /** A reference to a schema by its name. */
    static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** A map in this order: name, value, name, value. */
    static Map<String, Object> ordered(Object... members) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put(members[i].toString(), members[i + 1]);
        }
        return map;
    }
}
