package iam.api;

/**
 * The answer of an operation: seven members in the order of the components, nulls written (contract: auth.md section 1).
 *
 * @param status {@code ok} or {@code error}
 * @param msg the text of an error, else empty
 * @param sub the user's id, in get-account only
 * @param name the user's name, in get-account only
 * @param data the result; may be null
 * @param data2 a second result, such as the total of a list; may be null
 * @param data3 a third result; may be null
 */
public record Envelope(String status, String msg, String sub, String name, Object data, Object data2, Object data3) {
    /** {@code data} of a write that changed something. */
    public static final String AFFECTED = "Affected";
    /** {@code data} of a write that found nothing to change. */
    public static final String UNAFFECTED = "Unaffected";

    /**
     * A success.
     *
     * @param data the result; may be null
     * @return the envelope
     */
    public static Envelope ok(Object data) {
        return ok(data, null);
    }

    /**
     * A success with two results.
     *
     * @param data the result; may be null
     * @param data2 the second result; may be null
     * @return the envelope
     */
    public static Envelope ok(Object data, Object data2) {
        return new Envelope("ok", "", "", "", data, data2, null);
    }

    /**
     * The result of a write.
     *
     * @param affected whether a row was changed
     * @return the envelope
     */
    public static Envelope affected(boolean affected) {
        return ok(affected ? AFFECTED : UNAFFECTED);
    }

    /**
     * An error.
     *
     * @param msg the text, in the caller's language
     * @param data what the contract asks for in {@code data}; may be null
     * @return the envelope
     */
    public static Envelope error(String msg, Object data) {
        return new Envelope("error", msg, "", "", data, null, null);
    }
}
