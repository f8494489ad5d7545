package iam.spi.captcha;

/** What the server lends to captchas: a memory for answers that all nodes share and that forgets by itself. Safe for use by several threads; methods may block. */
public interface CaptchaContext {
    /**
     * Remembers the answer of a test for some minutes.
     *
     * @param answer the right answer; not empty
     * @return the id of the test: 20 letters and digits that nobody can guess
     */
    String keep(String answer);

    /**
     * Compares an answer with the one that was kept, in constant time, and forgets that one.
     *
     * @param id an id that {@link #keep} gave, or anything else
     * @param answer what somebody answered
     * @return true only for the first question about an id that has not expired, with the right answer
     */
    boolean redeem(String id, String answer);
}
