package iam.providers.password;

/** Registers the password type {@code pbkdf2-salt}. */
public final class Pbkdf2SaltFactory extends HasherFactory {
    /** For ServiceLoader. */
    public Pbkdf2SaltFactory() {
        super("pbkdf2-salt", Pbkdf2Salt::new);
    }
}
