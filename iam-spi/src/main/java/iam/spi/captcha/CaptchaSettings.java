package iam.spi.captcha;

/**
 * What the provider row says that a captcha may need.
 *
 * @param clientId the account at the service; may be empty
 * @param clientSecret its secret; may be empty. Must not be logged or shown
 * @param subType a variant of the test; may be empty
 */
public record CaptchaSettings(String clientId, String clientSecret, String subType) {
}
