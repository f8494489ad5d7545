package iam.spi.store;

/** An update would move a row to a key that is taken. */
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
