package iam.providers.password;

/** Registers the password type {@code argon2id}. */
public final class Argon2idFactory extends HasherFactory {
    /** For ServiceLoader. */
    public Argon2idFactory() {
        super("argon2id", Argon2id::new);
    }
}
