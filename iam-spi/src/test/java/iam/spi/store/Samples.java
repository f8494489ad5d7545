package iam.spi.store;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.FieldKind;
import iam.api.Shape;
import iam.api.json.EntityWriter;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes entities of any type with every field filled, and compares them. */
public final class Samples {
    private static final String NASTY = "%_'\"\\<script>&é漢\uD83D\uDE00\t\n;--/* {}";
    private static final int NASTY_LENGTH = NASTY.codePointCount(0, NASTY.length());
    private static final int LONG_TEXT = 70_000;
    private static final int DEPTH = 2;
    private static final AtomicInteger COUNTER = new AtomicInteger((int) (System.nanoTime() & 0xFFFFFFF));

    private Samples() {
    }

    /** An entity with the longest texts that every field takes, and a key of its own. */
    public static <E extends Entity> E full(EntityType<E> type) {
        E entity = type.create();
        fill(entity, 0);
        return entity;
    }

    /** An entity with nothing but a key of its own. */
    public static <E extends Entity> E bare(EntityType<E> type) {
        E entity = type.create();
        type.keys().forEach(field -> field.set(entity, field.kind() == FieldKind.TEXT ? "k" + COUNTER.incrementAndGet() : COUNTER.incrementAndGet()));
        return entity;
    }

    private static Object fill(Object object, int depth) {
        for (EntityField field : Shape.of(object.getClass()).fields()) {
            if (field.stored() && (depth == 0 || field.wire())) {
                field.set(object, value(field, depth));
            }
        }
        return object;
    }

    private static Object value(EntityField field, int depth) {
        return switch (field.kind()) {
            case TEXT -> text(field.length() > 0 ? field.length() : depth == 0 ? LONG_TEXT : 100);
            case BOOLEAN -> true;
            case INT -> COUNTER.incrementAndGet();
            case LONG -> Long.MAX_VALUE - COUNTER.incrementAndGet();
            case DOUBLE -> COUNTER.incrementAndGet() + 0.25;
            case LIST -> depth == DEPTH ? null : list(field, depth);
            case MAP -> map();
            case OBJECT -> depth == DEPTH ? null : nested(field.element(), depth);
        };
    }

    private static String text(int length) {
        String start = Integer.toString(COUNTER.incrementAndGet());
        String text = start + NASTY.repeat(length / NASTY_LENGTH + 1);
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static List<Object> list(EntityField field, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            list.add(element(field.element(), depth));
        }
        return list;
    }

    private static Object element(Class<?> type, int depth) {
        if (type == String.class) {
            return text(400);
        } else if (type == Integer.class) {
            return COUNTER.incrementAndGet();
        }
        return type == Double.class ? (Object) (COUNTER.incrementAndGet() + 0.5) : nested(type, depth);
    }

    private static Object nested(Class<?> type, int depth) {
        return fill(Shape.of(type).create(), depth + 1);
    }

    private static Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("z" + NASTY, text(100));
        map.put("a", "");
        return map;
    }

    /** What a store keeps of an entity, as text by field. */
    public static Map<String, String> stored(Entity entity) {
        Map<String, String> values = new LinkedHashMap<>();
        entity.type().stored().forEach(field -> values.put(field.name(), json(field.get(entity))));
        return values;
    }

    private static String json(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.createGenerator(text)) {
            generator.writeStartArray();
            EntityWriter.stored(generator, value);
            generator.writeEnd();
        }
        return text.toString();
    }
}
