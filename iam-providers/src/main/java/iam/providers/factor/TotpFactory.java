package iam.providers.factor;

import iam.spi.config.Config;
import iam.spi.factor.SecondFactor;
import iam.spi.factor.SecondFactorFactory;
import java.time.Clock;

/** Registers {@link Totp} under the name that the API has for authenticator apps. */
public final class TotpFactory implements SecondFactorFactory {
    @Override
    public String id() {
        return "app";
    }

    @Override
    public SecondFactor create(Config config, Void context) {
        return new Totp(Clock.systemUTC());
    }
}
