package iam.war.page;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app. */
final class Otp {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Otp() {
    }

    /** The passcode of a key (a multiple of eight characters), some steps of thirty seconds from now. */
    static String of(String key, int steps) {
        try {
            TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(new SecretKeySpec(decode(key), generator.getAlgorithm()), Instant.now().plusSeconds(steps * 30L));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String key) {
        BigInteger number = BigInteger.ONE;
        for (char c : key.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(c)));
        }
        byte[] bytes = number.toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
