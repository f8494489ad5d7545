package iam.war.crypto;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Values that nobody can guess. */
public final class Randoms {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Randoms() {
    }

    /** Random bytes in lower-case hexadecimal. */
    public static String hex(int bytes) {
        return HexFormat.of().formatHex(next(bytes));
    }

    /** Random bytes in base64url without padding. */
    public static String base64Url(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(next(bytes));
    }

    /** A text of characters out of an alphabet. */
    public static String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static byte[] next(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }
}
