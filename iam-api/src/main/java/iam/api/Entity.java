package iam.api;

/**
 * Something that is stored and answered: one plain class with public fields, from the wire to the table.
 *
 * <p>The field names are the JSON names, in the order of declaration. Text is {@code ""}, never null; lists, maps and nested objects may be null.
 * Instances are not safe for use by several threads; a store hands out and takes copies, so changing an instance changes nothing stored.
 */
public abstract class Entity implements Cloneable {
    /** For subclasses. */
    protected Entity() {
    }

    /**
     * The type of this entity in the catalogue.
     *
     * @return never null
     */
    public EntityType<?> type() {
        return EntityType.of(getClass());
    }

    /**
     * The id as written in requests and answers.
     *
     * @return the key parts joined by a slash, such as {@code built-in/admin}
     */
    public String id() {
        return type().keyOf(this).id();
    }

    final Entity copy() {
        try {
            return (Entity) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return type().name() + " " + id();
    }
}
