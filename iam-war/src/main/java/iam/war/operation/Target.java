package iam.war.operation;

import iam.api.EntityType;
import java.util.function.Function;

/**
 * Where the object of a call comes from: for get, update and delete it is read from the store; only add takes it from the body.
 *
 * @param source how it is found
 * @param type its type; null for {@link Source#NONE} and for what is looked up by something else than {@code id}
 * @param parameter the parameter that names it, or what is looked up; empty when the body names it
 * @param look finds the object in a way of its own; null for every source but {@link Source#LOOKED_UP}
 */
public record Target(Source source, EntityType<?> type, String parameter, Function<Call, Subject> look) {
    /** The organization of the caller: for operations that never reach beyond it. */
    public static final Target CALLER = new Target(Source.CALLER, null, "", null);
    /** No object. */
    public static final Target NONE = new Target(Source.NONE, null, "", null);

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
        KEY_IN_BODY,
        /** The caller himself, with his organization. */
        CALLER,
        /** The stored object that the operation looks up by other attributes than its key. */
        LOOKED_UP
    }

    /** The objects of the organization that {@code owner}, or {@code organization} for types owned by {@code admin}, names. */
    public static Target list(EntityType<?> type) {
        return list(type, type.scope().name().equals("owner") ? "owner" : "organization");
    }

    /** The objects of the organization that a parameter names. */
    public static Target list(EntityType<?> type, String parameter) {
        return new Target(Source.LIST, type, parameter, null);
    }

    /** The stored object that {@code id} names. */
    public static Target id(EntityType<?> type) {
        return id(type, "id");
    }

    /** The stored object that a parameter names. */
    public static Target id(EntityType<?> type, String parameter) {
        return new Target(Source.ID, type, parameter, null);
    }

    /** The stored object that {@code id} names, with its new content in the body. */
    public static Target update(EntityType<?> type) {
        return new Target(Source.UPDATE, type, "id", null);
    }

    /** The object in the body. */
    public static Target body(EntityType<?> type) {
        return new Target(Source.BODY, type, "", null);
    }

    /** The stored object with the key in the body. */
    public static Target keyInBody(EntityType<?> type) {
        return new Target(Source.KEY_IN_BODY, type, "", null);
    }

    /**
     * A stored object that is looked up by other attributes than its key.
     *
     * @param what the parameters that name it, for the committed list
     * @param look finds it, tells the call of it, and answers whose it is; {@link Subject#NONE} leaves it to global administrators
     */
    public static Target lookedUp(String what, Function<Call, Subject> look) {
        return new Target(Source.LOOKED_UP, null, what, look);
    }

    /**
     * A stored object that {@code id} names and that is not only its organization's. The form of the id is looked at before the caller is, as with {@link #id(EntityType)}.
     *
     * @param type its type
     * @param what the parameters that name it, for the committed list
     * @param look finds it, tells the call of it, and answers whose it is
     */
    public static Target lookedUp(EntityType<?> type, String what, Function<Call, Subject> look) {
        return new Target(Source.LOOKED_UP, type, what, look);
    }

    /** Whether it is looked up by {@code id}. */
    public boolean lookedUpById() {
        return source == Source.LOOKED_UP && type != null;
    }

    @Override
    public String toString() {
        if (source == Source.CALLER || source == Source.LOOKED_UP) {
            return (source + " " + parameter).trim();
        }
        return type == null ? "-" : source + " " + type + (parameter.isEmpty() ? "" : " " + parameter);
    }
}
