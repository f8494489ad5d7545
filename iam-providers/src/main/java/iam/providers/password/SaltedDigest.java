package iam.providers.password;

import iam.spi.password.PasswordHasher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of the hexadecimal digest of the password and the salt; without a salt the digest alone (contract: auth.md section 10). */
final class SaltedDigest implements PasswordHasher {
    private final String algorithm;

    SaltedDigest(String algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    public String hash(String password, String salt) {
        String digest = hex(password);
        return salt.isEmpty() ? digest : hex(digest + salt);
    }

    @Override
    public boolean verify(String password, String salt, String stored) {
        return Bytes.same(stored, hash(password, salt));
    }

    private String hex(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Bytes.utf8(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + algorithm, e);
        }
    }
}
