package iam.api;

/**
 * The answer to a call that was refused before its operation ran: the four-member envelope of credentials, authorization and name checks
 * (contract: auth.md section 1).
 *
 * @param status always {@code error}
 * @param msg the text, in the caller's language
 * @param data null
 * @param data2 null
 */
public record Refusal(String status, String msg, Object data, Object data2) {
    /**
     * A refusal.
     *
     * @param msg the text, in the caller's language
     */
    public Refusal(String msg) {
        this("error", msg, null, null);
    }
}
