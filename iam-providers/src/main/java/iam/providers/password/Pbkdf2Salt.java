package iam.providers.password;

import iam.spi.password.PasswordHasher;
import java.util.Base64;

/** PBKDF2 with HMAC-SHA-256, 27,500 rounds, 64 bytes, the salt in base64 (contract: auth.md section 10). */
final class Pbkdf2Salt implements PasswordHasher {
    @Override
    public String hash(String password, String salt) {
        return Base64.getEncoder().encodeToString(Bytes.pbkdf2(password, decode(salt), 27_500, 64));
    }

    @Override
    public boolean verify(String password, String salt, String stored) {
        return Bytes.same(stored, hash(password, salt));
    }

    private static byte[] decode(String salt) {
        try {
            return Base64.getDecoder().decode(salt);
        } catch (IllegalArgumentException e) {
            return Bytes.utf8(salt);
        }
    }
}
