package iam.providers.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** RFC 6238, with the values of its appendix B cut to six digits. */
class TotpTest {
    private static final String SECRET = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static Totp at(long second) {
        return new Totp(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    @Test
    void acceptsTheValuesOfTheStandard() {
        assertEquals(1, at(59).verify(SECRET, "287082").orElseThrow());
        assertTrue(at(1111111109).verify(SECRET, "081804").isPresent());
        assertTrue(at(20000000000L).verify(SECRET, "353130").isPresent());
    }

    @Test
    void acceptsOneStepOfDriftAndNoMore() {
        assertTrue(at(59 + 30).verify(SECRET, "287082").isPresent());
        assertTrue(at(59 + 60).verify(SECRET, "287082").isEmpty());
    }

    @Test
    void refusesWhatIsNoPasscode() {
        for (String passcode : new String[] {"", "28708", "2870822", "abcdef", "28 082"}) {
            assertTrue(at(59).verify(SECRET, passcode).isEmpty(), passcode);
        }
        assertTrue(at(59).verify("", "287082").isEmpty());
        assertTrue(at(59).verify("not base 32!", "287082").isEmpty());
    }

    @Test
    void enrolsWithASecretOfItsOwn() {
        var enrolment = at(59).enrol("acme/jo doe", "iam");
        assertEquals(32, enrolment.secret().length());
        assertTrue(enrolment.url().startsWith("otpauth://totp/iam:acme%2Fjo%20doe?secret=" + enrolment.secret()));
    }

    @Test
    void base32ReadsWhatItWrites() {
        for (int length = 0; length < 12; length++) {
            byte[] bytes = new byte[length];
            java.util.Arrays.fill(bytes, (byte) (200 + length));
            assertArrayEquals(bytes, Base32.decode(Base32.encode(bytes)));
        }
        assertEquals("MZXW6YTBOI", Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII)));
    }
}
