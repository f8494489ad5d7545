package iam.providers.captcha;

import iam.spi.captcha.CaptchaContext;
import iam.spi.captcha.CaptchaProvider;
import iam.spi.captcha.CaptchaProviderFactory;
import iam.spi.config.Config;

/** Registers the built-in captcha, for provider rows of type {@code Default}. */
public final class ImageCaptchaFactory implements CaptchaProviderFactory {
    /** For the service loader. */
    public ImageCaptchaFactory() {
    }

    @Override
    public String id() {
        return "default";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public CaptchaProvider create(Config config, CaptchaContext context) {
        return new ImageCaptcha(context);
    }
}
