package iam.spi.store;

/** Something went wrong in a store. The message is for the operator's log, never for a caller of the API. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what went wrong, without values of rows
     * @param cause what the database said; may be null
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
