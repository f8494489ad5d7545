package iam.spi.captcha;

import iam.spi.ProviderFactory;

/** Registers a {@link CaptchaProvider}; its id is the {@code type} of the provider rows that it serves, in lower case. */
public interface CaptchaProviderFactory extends ProviderFactory<CaptchaProvider, CaptchaContext> {
    @Override
    default String kind() {
        return "captcha";
    }
}
