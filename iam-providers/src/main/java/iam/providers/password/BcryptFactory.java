package iam.providers.password;

/** Registers the password type {@code bcrypt}. */
public final class BcryptFactory extends HasherFactory {
    /** For ServiceLoader. */
    public BcryptFactory() {
        super("bcrypt", BcryptHasher::new);
    }
}
