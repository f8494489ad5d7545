package iam.war.operation;

/**
 * What a call is about, as far as authorization needs to know.
 *
 * @param organization the object's organization; empty when there is none
 * @param user the user's name when the object is a user or belongs to one; else empty
 */
public record Subject(String organization, String user) {
    /** Nothing in particular. */
    public static final Subject NONE = new Subject("", "");
}
