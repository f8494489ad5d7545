package iam.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A type of the catalogue: its name on the wire, its class and what is known of its fields. Immutable and safe for use by several threads.
 *
 * @param <E> the entity class
 */
public final class EntityType<E extends Entity> {
    /** With the class, so that types of a plugin go when it goes. */
    private static final ClassValue<AtomicReference<EntityType<?>>> TYPES = new ClassValue<>() {
        @Override
        protected AtomicReference<EntityType<?>> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private final String name;
    private final Class<E> javaType;
    private final Shape<E> shape;
    private final List<EntityField> keys;
    private final List<EntityField> stored;
    private final List<EntityField> secrets;
    private final List<List<String>> indexes;
    private final EntityField scope;

    private EntityType(String name, Class<E> javaType) {
        this.name = name;
        this.javaType = javaType;
        this.shape = Shape.of(javaType);
        this.keys = shape.fields().stream().filter(EntityField::key).toList();
        this.stored = shape.fields().stream().filter(EntityField::stored).toList();
        this.secrets = shape.fields().stream().filter(EntityField::secret).toList();
        this.indexes = Stream.of(javaType.getAnnotationsByType(Index.class)).map(index -> List.of(index.value())).toList();
        check();
        this.scope = scopeOf(javaType);
    }

    private EntityField scopeOf(Class<E> type) {
        OwnedByAdmin mark = type.getAnnotation(OwnedByAdmin.class);
        return mark == null ? find("owner").orElse(keys.get(0)) : field(mark.value());
    }

    private void check() {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(name + " has no key");
        }
        for (String field : indexes.stream().flatMap(List::stream).toList()) {
            if (!field(field).stored() || !field(field).kind().scalar()) {
                throw new IllegalArgumentException(name + "." + field + " can't be indexed");
            }
        }
    }

    /**
     * Makes the type of a class. Called once for each class, by the catalogue or by the plugin that brings the class.
     *
     * @param <E> the entity class
     * @param name the name on the wire, such as {@code user}
     * @param javaType a public class with public fields and a public constructor without parameters
     * @return the type; the same one when it was made before
     * @throws IllegalArgumentException when the class has no key, an index names a field that can't carry one, or the class has another name already
     */
    @SuppressWarnings("unchecked")
    public static <E extends Entity> EntityType<E> define(String name, Class<E> javaType) {
        EntityType<?> type = TYPES.get(javaType).updateAndGet(known -> known == null ? new EntityType<>(name, javaType) : known);
        if (!type.name.equals(name)) {
            throw new IllegalArgumentException(javaType.getName() + " is " + type.name + " already, not " + name);
        }
        return (EntityType<E>) type;
    }

    /**
     * The type of a class.
     *
     * @param <E> the entity class
     * @param javaType a class that was defined before
     * @return the type
     * @throws IllegalArgumentException when the class is not in the catalogue
     */
    @SuppressWarnings("unchecked")
    public static <E extends Entity> EntityType<E> of(Class<? extends E> javaType) {
        Catalogue.standard();
        EntityType<?> type = TYPES.get(javaType).get();
        if (type == null) {
            throw new IllegalArgumentException(javaType.getName() + " is not in the catalogue");
        }
        return (EntityType<E>) type;
    }

    /**
     * The name on the wire.
     *
     * @return such as {@code user}, in operations {@code get-user}
     */
    public String name() {
        return name;
    }

    /**
     * The entity class.
     *
     * @return never null
     */
    public Class<E> javaType() {
        return javaType;
    }

    /**
     * All fields, computed and internal ones included.
     *
     * @return in the order of declaration
     */
    public List<EntityField> fields() {
        return shape.fields();
    }

    /**
     * The fields that a store keeps.
     *
     * @return in the order of declaration
     */
    public List<EntityField> stored() {
        return stored;
    }

    /**
     * The parts of the primary key.
     *
     * @return in the order of declaration, at least one
     */
    public List<EntityField> keys() {
        return keys;
    }

    /**
     * The fields that are masked.
     *
     * @return in the order of declaration
     */
    public List<EntityField> secrets() {
        return secrets;
    }

    /**
     * The indexes beside the primary key.
     *
     * @return lists of field names
     */
    public List<List<String>> indexes() {
        return indexes;
    }

    /**
     * The field that names the organization of a row: {@code owner}, or another one for types whose owner is always {@code admin}
     * (contract: auth.md section 3.1). Types that belong to no organization answer their first key part.
     *
     * @return never null
     */
    public EntityField scope() {
        return scope;
    }

    /**
     * A field by its name.
     *
     * @param field the JSON name
     * @return the field
     * @throws IllegalArgumentException when there is none; for names that come from a request use {@link #find}
     */
    public EntityField field(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException(name + " has no field " + field));
    }

    /**
     * A field by its name.
     *
     * @param field the JSON name, case-sensitive
     * @return empty when there is none
     */
    public Optional<EntityField> find(String field) {
        return shape.field(field);
    }

    /**
     * Makes an entity with zero values.
     *
     * @return a new entity
     */
    public E create() {
        return shape.create();
    }

    /**
     * The key of an entity.
     *
     * @param entity an entity of this type
     * @return never null; parts may be empty
     */
    public EntityKey keyOf(Entity entity) {
        return new EntityKey(keys.stream().map(field -> field.text(entity)).toList());
    }

    /**
     * Copies fields from one entity to another. Lists, maps and nested objects are shared by both afterwards.
     *
     * @param from the source
     * @param to the target
     * @param fields names of fields
     */
    public void copy(E from, E to, Iterable<String> fields) {
        for (String field : fields) {
            field(field).set(to, field(field).get(from));
        }
    }

    /**
     * Copies an entity. Lists, maps and nested objects are shared by both; replace them, don't change them.
     *
     * @param entity an entity of this type
     * @return a new one with equal fields
     */
    public E copy(E entity) {
        return javaType.cast(entity.copy());
    }

    /**
     * The names of all stored fields.
     *
     * @return in the order of declaration
     */
    public List<String> storedNames() {
        return stored.stream().map(EntityField::name).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
