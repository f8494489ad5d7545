package iam.spi.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.ProviderContract;
import org.junit.jupiter.api.Test;

/** What every {@link SecondFactor} has to do. Extend it, name your factory, and play the user's device. */
public abstract class SecondFactorContract extends ProviderContract<SecondFactor, Void> {
    /** For subclasses. */
    protected SecondFactorContract() {
    }

    @Override
    protected abstract SecondFactorFactory factory();

    /**
     * What the user's device shows now.
     *
     * @param enrolment what the device was enrolled with
     * @return a passcode that is right
     */
    protected abstract String passcode(SecondFactor.Enrolment enrolment) throws Exception;

    @Test
    void takesThePasscodeOfTheDevice() throws Exception {
        SecondFactor.Enrolment enrolment = provider.enrol("acme/ann", "iam");
        assertTrue(provider.verify(enrolment.secret(), passcode(enrolment)).isPresent());
    }

    @Test
    void answersTheSameNumberForTheSamePasscode() throws Exception {
        SecondFactor.Enrolment enrolment = provider.enrol("acme/ann", "iam");
        String passcode = passcode(enrolment);
        assertEquals(provider.verify(enrolment.secret(), passcode), provider.verify(enrolment.secret(), passcode));
    }

    @Test
    void enrolsEachDeviceWithASecretOfItsOwn() {
        SecondFactor.Enrolment one = provider.enrol("acme/ann", "iam");
        assertNotEquals(one.secret(), provider.enrol("acme/ann", "iam").secret());
        assertFalse(one.secret().isEmpty());
        assertFalse(one.url().isEmpty());
    }

    @Test
    void refusesWhatIsNoPasscode() {
        String secret = provider.enrol("acme/größe 漢字", "iam").secret();
        for (String passcode : new String[] {"", " ", "x", "12345678901234567890", "\u0000'\"%"}) {
            assertTrue(provider.verify(secret, passcode).isEmpty(), passcode);
        }
    }
}
