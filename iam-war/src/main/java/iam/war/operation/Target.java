package iam.war.operation;

import iam.api.EntityType;

/**
 * Where the object of a call comes from: for get, update and delete it is read from the store; only add takes it from the body.
 *
 * @param source how it is found
 * @param type its type; null for {@link Source#NONE}
 * @param parameter the parameter that names it; empty when the body does
 */
public record Target(Source source, EntityType<?> type, String parameter) {
    /** No object. */
    public static final Target NONE = new Target(Source.NONE, null, "");

    /** Ways to find the object. */
    public enum Source {
        /** There is none. */
        NONE,
        /** The organization whose objects are listed. */
        LIST,
        /** The stored object that a parameter names. */
        ID,
        /** The stored object that a parameter names; the body holds its new content. */
        UPDATE,
        /** The object in the body, which is not stored yet. */
        BODY,
        /** The stored object with the key that the body names. */
        KEY_IN_BODY
    }

    /** The objects of the organization that {@code owner}, or {@code organization} for types owned by {@code admin}, names. */
    public static Target list(EntityType<?> type) {
        return list(type, type.scope().name().equals("owner") ? "owner" : "organization");
    }

    /** The objects of the organization that a parameter names. */
    public static Target list(EntityType<?> type, String parameter) {
        return new Target(Source.LIST, type, parameter);
    }

    /** The stored object that {@code id} names. */
    public static Target id(EntityType<?> type) {
        return id(type, "id");
    }

    /** The stored object that a parameter names. */
    public static Target id(EntityType<?> type, String parameter) {
        return new Target(Source.ID, type, parameter);
    }

    /** The stored object that {@code id} names, with its new content in the body. */
    public static Target update(EntityType<?> type) {
        return new Target(Source.UPDATE, type, "id");
    }

    /** The object in the body. */
    public static Target body(EntityType<?> type) {
        return new Target(Source.BODY, type, "");
    }

    /** The stored object with the key in the body. */
    public static Target keyInBody(EntityType<?> type) {
        return new Target(Source.KEY_IN_BODY, type, "");
    }

    @Override
    public String toString() {
        return type == null ? "-" : source + " " + type + (parameter.isEmpty() ? "" : " " + parameter);
    }
}
