package iam.providers.password;

/** Registers the password type {@code salt}. */
public final class SaltFactory extends HasherFactory {
    /** For ServiceLoader. */
    public SaltFactory() {
        super("salt", () -> new SaltedDigest("SHA-256"));
    }
}
