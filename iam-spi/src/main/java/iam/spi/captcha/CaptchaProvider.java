package iam.spi.captcha;

import iam.spi.Provider;

/**
 * A test that tells people from programs, shown before a sign-in or sign-up (contract: auth.md section 8). It is used for the provider rows of category
 * {@code Captcha} whose {@code type} is the id of its factory, in any case. May block, for example to ask the service that gave the test.
 */
public interface CaptchaProvider extends Provider {
    /**
     * Makes a new test.
     *
     * @param settings the provider row; never null
     * @return never null; {@link Challenge#NONE} when a script on the page makes the test
     */
    Challenge challenge(CaptchaSettings settings);

    /**
     * Judges an answer. A test is good for one answer, right or wrong.
     *
     * @param settings the provider row; never null
     * @param id the id of the test, or what the script on the page gave in its place; may be empty or anything a client sends
     * @param answer the answer; may be empty or anything a client sends
     * @return whether a person has answered; false when that can't be found out
     */
    boolean verify(CaptchaSettings settings, String id, String answer);
}
