package iam.providers.captcha;

import iam.spi.captcha.CaptchaContext;
import iam.spi.captcha.CaptchaProvider;
import iam.spi.captcha.CaptchaSettings;
import iam.spi.captcha.Challenge;
import java.security.SecureRandom;

/** The built-in captcha: a picture of digits. */
final class ImageCaptcha implements CaptchaProvider {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DIGITS = 6;

    private final CaptchaContext answers;

    ImageCaptcha(CaptchaContext answers) {
        this.answers = answers;
    }

    @Override
    public Challenge challenge(CaptchaSettings settings) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            digits.append(RANDOM.nextInt(10));
        }
        return new Challenge(answers.keep(digits.toString()), new DigitPicture(RANDOM).draw(digits.toString()));
    }

    @Override
    public boolean verify(CaptchaSettings settings, String id, String answer) {
        return answers.redeem(id, answer.strip());
    }
}
