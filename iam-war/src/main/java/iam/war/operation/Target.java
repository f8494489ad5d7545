package iam.war.operation;

import iam.api.EntityType;

/**
 * Where the object of a call comes from: for get, update and delete it is read from the store; only add takes it from the body.
 *
 * @param source how it is found
 * @param type its type; null for {@link Source#NONE} and {@link Source#OWNER}
 */
public record Target(Source source, EntityType<?> type) {
    /** No object. */
    public static final Target NONE = new Target(Source.NONE, null);

    /** The organization that a list names. */
    public static final Target OWNER = new Target(Source.OWNER, null);

    /** Ways to find the object. */
    public enum Source {
        /** There is none. */
        NONE,
        /** The organization in the parameters {@code organization} or {@code owner}. */
        OWNER,
        /** The stored object that the parameter {@code id} names. */
        ID,
        /** The stored object that {@code id} names; the body holds its new content. */
        ID_AND_BODY,
        /** The object in the body, which is not stored yet. */
        BODY,
        /** The stored object with the key that the body names. */
        KEY_IN_BODY
    }

    /** The stored object that {@code id} names. */
    public static Target id(EntityType<?> type) {
        return new Target(Source.ID, type);
    }

    /** The stored object that {@code id} names, with its new content in the body. */
    public static Target update(EntityType<?> type) {
        return new Target(Source.ID_AND_BODY, type);
    }

    /** The object in the body. */
    public static Target body(EntityType<?> type) {
        return new Target(Source.BODY, type);
    }

    /** The stored object with the key in the body. */
    public static Target keyInBody(EntityType<?> type) {
        return new Target(Source.KEY_IN_BODY, type);
    }

    @Override
    public String toString() {
        return type == null ? source.toString() : source + ":" + type;
    }
}
