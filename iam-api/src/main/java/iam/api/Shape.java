package iam.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a class of the wire format, read once by reflection. Immutable and safe for use by several threads.
 *
 * @param <T> the class
 */
public final class Shape<T> {
    private static final ClassValue<Shape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
            return new Shape<>(type);
        }
    };

    private final Constructor<T> constructor;
    private final List<EntityField> fields;
    private final Map<String, EntityField> byName = new LinkedHashMap<>();

    private Shape(Class<T> type) {
        try {
            constructor = type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " needs a public constructor without parameters", e);
        }
        List<EntityField> found = new ArrayList<>();
        for (var field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                found.add(new EntityField(field));
            }
        }
        fields = List.copyOf(found);
        fields.forEach(field -> byName.put(field.name(), field));
    }

    /**
     * The shape of a class.
     *
     * @param <T> the class
     * @param type a public class with a public constructor without parameters and public fields
     * @return the same shape every time
     * @throws IllegalArgumentException when there is no such constructor
     */
    @SuppressWarnings("unchecked")
    public static <T> Shape<T> of(Class<T> type) {
        return (Shape<T>) SHAPES.get(type);
    }

    /**
     * All fields.
     *
     * @return in the order of declaration, which is the order on the wire
     */
    public List<EntityField> fields() {
        return fields;
    }

    /**
     * A field by its name.
     *
     * @param name the JSON name, case-sensitive
     * @return empty when there is none
     */
    public Optional<EntityField> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Makes an object with zero values.
     *
     * @return a new object
     */
    public T create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " failed", e);
        }
    }
}
