package iam.spi.captcha;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CaptchaProvider} that makes its own pictures has to fulfil. Extend it, implement {@link #open}, and run it with JUnit. */
public abstract class CaptchaContract {
    private static final byte[] PNG = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final CaptchaSettings SETTINGS = new CaptchaSettings("", "", "");

    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private CaptchaProvider captcha;

    /** For subclasses. */
    protected CaptchaContract() {
    }

    /**
     * Makes the provider.
     *
     * @param context a memory for answers
     * @return the provider
     */
    protected abstract CaptchaProvider open(CaptchaContext context);

    @BeforeEach
    void open() {
        captcha = open(new CaptchaContext() {
            @Override
            public String keep(String answer) {
                String id = "test" + "0".repeat(15) + kept.size();
                kept.put(id, answer);
                return id;
            }

            @Override
            public boolean redeem(String id, String answer) {
                return answer.equals(kept.remove(id));
            }
        });
    }

    @Test
    void showsPictures() {
        Challenge challenge = captcha.challenge(SETTINGS);
        assertArrayEquals(PNG, Arrays.copyOf(challenge.image(), PNG.length));
        assertTrue(kept.containsKey(challenge.id()));
    }

    @Test
    void makesEveryTestAnew() {
        Challenge one = captcha.challenge(SETTINGS);
        Challenge other = captcha.challenge(SETTINGS);
        assertNotEquals(one.id(), other.id());
        assertFalse(Arrays.equals(one.image(), other.image()));
    }

    @Test
    void takesTheRightAnswerOnce() {
        String id = captcha.challenge(SETTINGS).id();
        String answer = kept.get(id);
        assertTrue(captcha.verify(SETTINGS, id, answer));
        assertFalse(captcha.verify(SETTINGS, id, answer));
    }

    @Test
    void forgetsATestThatWasAnsweredWrongly() {
        String id = captcha.challenge(SETTINGS).id();
        String answer = kept.get(id);
        assertFalse(captcha.verify(SETTINGS, id, answer + "0"));
        assertFalse(captcha.verify(SETTINGS, id, answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none", "'\"\u0000%"})
    void refusesWhatItNeverAsked(String text) {
        assertFalse(captcha.verify(SETTINGS, text, text));
        assertEquals(0, kept.size());
    }
}
