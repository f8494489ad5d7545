package iam.spi.factor;

import iam.spi.Provider;
import java.util.OptionalLong;

/** Something that a user has beside his password, and that the server can check by itself. Stateless; the server keeps the secret with the user. */
public interface SecondFactor extends Provider {
    /**
     * Begins an enrolment.
     *
     * @param account the user as his device shows him, such as {@code ORG/USER}
     * @param issuer the server as the device shows it
     * @return a new secret
     */
    Enrolment enrol(String account, String issuer);

    /**
     * Checks what the user typed, in constant time.
     *
     * @param secret the secret of his enrolment
     * @param passcode what he typed; may be anything
     * @return empty when it is wrong; else a number that grows with time, so that the server can refuse a passcode that was used before
     */
    OptionalLong verify(String secret, String passcode);

    /**
     * A new secret.
     *
     * @param secret what the server keeps
     * @param url what the user's device reads from a picture
     */
    record Enrolment(String secret, String url) {
    }
}
