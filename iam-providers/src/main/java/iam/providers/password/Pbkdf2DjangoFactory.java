package iam.providers.password;

/** Registers the password type {@code pbkdf2-django}. */
public final class Pbkdf2DjangoFactory extends HasherFactory {
    /** For ServiceLoader. */
    public Pbkdf2DjangoFactory() {
        super("pbkdf2-django", Pbkdf2Django::new);
    }
}
