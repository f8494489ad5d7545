package iam.spi.store;

/** The database behind a store can't be reached at the moment; the same call may succeed later. */
public class StoreUnavailableException extends StoreException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what went wrong, without values of rows
     * @param cause what the database said; may be null
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
