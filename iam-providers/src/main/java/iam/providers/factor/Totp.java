package iam.providers.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import iam.spi.factor.SecondFactor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238): six digits, thirty seconds, SHA-1, one step of drift in both directions. */
final class Totp implements SecondFactor {
    private static final int SECRET_BYTES = 20;
    private static final int DRIFT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Clock clock;

    Totp(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Enrolment enrol(String account, String issuer) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String text = Base32.encode(secret);
        String label = encode(issuer) + ":" + encode(account);
        return new Enrolment(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + encode(issuer) + "&algorithm=SHA1&digits=6&period=30");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public OptionalLong verify(String secret, String passcode) {
        byte[] key = Base32.decode(secret);
        if (key.length == 0 || !passcode.matches("[0-9]{6}")) {
            return OptionalLong.empty();
        }
        long step = generator.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / step;
        OptionalLong found = OptionalLong.empty();
        for (long counter = now - DRIFT; counter <= now + DRIFT; counter++) {
            if (same(code(key, Instant.ofEpochSecond(counter * step)), passcode)) {
                found = OptionalLong.of(counter);
            }
        }
        return found;
    }

    private String code(byte[] key, Instant time) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(key, generator.getAlgorithm()), time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes every key", e);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }
}
