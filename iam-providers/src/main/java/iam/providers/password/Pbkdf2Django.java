package iam.providers.password;

import iam.spi.password.PasswordHasher;
import java.util.Base64;
import java.util.HexFormat;

/** PBKDF2 with HMAC-SHA-256 in the form of Django: rounds and salt stand before the hash. */
final class Pbkdf2Django implements PasswordHasher {
    private static final String NAME = "pbkdf2_sha256";
    private static final int ROUNDS = 260_000;
    private static final int MOST_ROUNDS = 5_000_000;

    @Override
    public String hash(String password, String salt) {
        String own = HexFormat.of().formatHex(Bytes.random(11));
        return String.join("$", NAME, String.valueOf(ROUNDS), own, digest(password, own, ROUNDS));
    }

    @Override
    public boolean verify(String password, String salt, String stored) {
        String[] parts = stored.split("\\$");
        if (parts.length != 4 || !parts[0].equals(NAME) || !parts[1].matches("[1-9][0-9]{0,6}")) {
            return false;
        }
        int rounds = Integer.parseInt(parts[1]);
        return rounds <= MOST_ROUNDS && Bytes.same(parts[3], digest(password, parts[2], rounds));
    }

    private static String digest(String password, String salt, int rounds) {
        return Base64.getEncoder().encodeToString(Bytes.pbkdf2(password, Bytes.utf8(salt), rounds, 32));
    }
}
