package iam.api.json;

import iam.api.EntityField;
import iam.api.Mask;
import iam.api.Revealed;
import iam.api.Shape;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes entities and nested objects of the wire format: members in the order of declaration, nulls written, secrets masked without touching the object.
 * Stateless.
 */
public final class EntityWriter {
    private EntityWriter() {
    }

    /**
     * Writes an object for an answer. Internal fields are left out; secrets are masked unless revealed, those of nested objects too.
     *
     * @param generator where to; the caller flushes it
     * @param object an entity or nested object, not null
     * @param revealed names of secrets in clear, or {@link Revealed#ALL}
     */
    public static void answer(JsonGenerator generator, Object object, Set<String> revealed) {
        write(generator, object, new Answer(revealed));
    }

    /**
     * Writes a value for storage: nothing is masked, computed fields are left out.
     *
     * @param generator where to; the caller flushes it
     * @param value a nested object, list or map of the wire format; may be null
     */
    public static void stored(JsonGenerator generator, Object value) {
        writeValue(generator, value, new Stored());
    }

    private static void write(JsonGenerator generator, Object object, Policy policy) {
        generator.writeStartObject();
        for (EntityField field : Shape.of(object.getClass()).fields()) {
            if (policy.has(field) && !(field.omitEmpty() && field.empty(object))) {
                generator.writeKey(field.name());
                writeValue(generator, policy.value(field, object), policy);
            }
        }
        generator.writeEnd();
    }

    private static void writeValue(JsonGenerator generator, Object value, Policy policy) {
        if (value instanceof String text) {
            generator.write(text);
        } else if (value instanceof Boolean flag) {
            generator.write(flag);
        } else if (value instanceof Number number) {
            writeNumber(generator, number);
        } else if (value == null) {
            generator.writeNull();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(element -> writeValue(generator, element, policy));
            generator.writeEnd();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((key, element) -> {
                generator.writeKey(key.toString());
                writeValue(generator, element, policy);
            });
            generator.writeEnd();
        } else {
            write(generator, value, policy);
        }
    }

    private static void writeNumber(JsonGenerator generator, Number number) {
        double value = number.doubleValue();
        if (number instanceof Double && (value != Math.rint(value) || Math.abs(value) >= 1L << 53)) {
            generator.write(value);
        } else {
            generator.write(number.longValue());
        }
    }

    /** What of an object is written. */
    private sealed interface Policy {
        boolean has(EntityField field);

        Object value(EntityField field, Object object);
    }

    private record Stored() implements Policy {
        @Override
        public boolean has(EntityField field) {
            return field.stored();
        }

        @Override
        public Object value(EntityField field, Object object) {
            return field.get(object);
        }
    }

    private record Answer(Set<String> revealed) implements Policy {
        @Override
        public boolean has(EntityField field) {
            return field.wire();
        }

        @Override
        public Object value(EntityField field, Object object) {
            if (!field.secret() || revealed == Revealed.ALL || revealed.contains(field.name())) {
                return field.get(object);
            }
            boolean stars = field.mask() == Mask.STARS && !field.empty(object);
            return stars ? Mask.TEXT : field.zero();
        }
    }
}
