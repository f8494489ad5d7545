package iam.war.operation;

/**
 * A parameter of an operation, for the API description and the name check.
 *
 * @param name as in requests
 * @param place {@code query}, {@code form} or {@code path}
 * @param type {@code string}, {@code integer} or {@code boolean}
 * @param required whether a call without it is an error
 */
public record Parameter(String name, String place, String type, boolean required) {
    /** An optional text in the query. */
    public static Parameter query(String name) {
        return new Parameter(name, "query", "string", false);
    }

    /** A text in the query that must be there. */
    public static Parameter required(String name) {
        return new Parameter(name, "query", "string", true);
    }

    /** An optional field of a form. */
    public static Parameter form(String name) {
        return new Parameter(name, "form", "string", false);
    }
}
