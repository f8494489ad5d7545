package iam.providers.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What the hashers share. */
final class Bytes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Bytes() {
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(utf8(expected), utf8(given));
    }

    static byte[] pbkdf2(String password, byte[] salt, int rounds, int length) {
        try {
            KeySpec spec = new PBEKeySpec(password.toCharArray(), salt.length == 0 ? new byte[1] : salt, rounds, length * 8);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2", e);
        }
    }
}
