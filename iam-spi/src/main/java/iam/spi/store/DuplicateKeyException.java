package iam.spi.store;

/** The key that a row would get is taken. */
public class DuplicateKeyException extends StoreException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message what went wrong, without values of rows
     * @param cause what the database said; may be null
     */
    public DuplicateKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
