package iam.providers.memory;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deep copies of entities, without their computed fields. */
final class Copies {
    private Copies() {
    }

    @SuppressWarnings("unchecked")
    static <E extends Entity> E of(E entity) {
        return (E) object(entity);
    }

    static Object value(Object value) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(value(element)));
            return copy;
        } else if (value instanceof Map<?, ?> map) {
            return new LinkedHashMap<>(map);
        }
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean ? value : object(value);
    }

    private static Object object(Object from) {
        Shape<?> shape = Shape.of(from.getClass());
        Object to = shape.create();
        for (EntityField field : shape.fields()) {
            if (field.stored()) {
                field.set(to, value(field.get(from)));
            }
        }
        return to;
    }
}
