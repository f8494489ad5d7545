package iam.providers.password;

/** Registers the password type {@code sha512-salt}. */
public final class Sha512SaltFactory extends HasherFactory {
    /** For ServiceLoader. */
    public Sha512SaltFactory() {
        super("sha512-salt", () -> new SaltedDigest("SHA-512"));
    }
}
