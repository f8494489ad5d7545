package iam.spi.captcha;

/**
 * A test to show.
 *
 * @param id names it when it is answered; empty when a script on the page makes the test
 * @param image a PNG file; empty, never null, when there is no picture. The array belongs to the receiver
 */
public record Challenge(String id, byte[] image) {
    /** Nothing that the server makes: a script on the page does. */
    public static final Challenge NONE = new Challenge("", new byte[0]);
}
