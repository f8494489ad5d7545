package iam.providers.password;

/** Registers the password type {@code plain}. */
public final class PlainFactory extends HasherFactory {
    /** For ServiceLoader. */
    public PlainFactory() {
        super("plain", Plain::new);
    }
}
