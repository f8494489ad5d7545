package iam.providers.password;

/** Registers the password type {@code md5-salt}. */
public final class Md5SaltFactory extends HasherFactory {
    /** For ServiceLoader. */
    public Md5SaltFactory() {
        super("md5-salt", () -> new SaltedDigest("MD5"));
    }
}
