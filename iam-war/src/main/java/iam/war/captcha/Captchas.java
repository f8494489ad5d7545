package iam.war.captcha;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Provider;
import iam.spi.captcha.CaptchaProvider;
import iam.spi.captcha.CaptchaProviderFactory;
import iam.spi.captcha.CaptchaSettings;
import iam.spi.captcha.Challenge;
import iam.war.Component;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** The installed kinds of captchas, by the type of provider rows. */
@Component
final class Captchas {
    private final Map<String, CaptchaProvider> kinds;

    @Inject
    Captchas(Providers providers, CaptchaAnswers answers) {
        kinds = providers.all(CaptchaProviderFactory.class, () -> answers);
    }

    Challenge challenge(Provider row) {
        return kind(row).challenge(settings(row));
    }

    boolean verify(Provider row, String id, String answer) {
        return kind(row).verify(settings(row), id, answer);
    }

    private CaptchaProvider kind(Provider row) {
        CaptchaProvider kind = kinds.get(row.type.toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw new ApiException(Message.CAPTCHA_PROVIDER_INVALID, row.type);
        }
        return kind;
    }

    private static CaptchaSettings settings(Provider row) {
        return new CaptchaSettings(row.clientId, row.clientSecret, row.subType);
    }
}
