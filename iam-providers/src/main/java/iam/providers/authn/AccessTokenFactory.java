package iam.providers.authn;

import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.config.Config;

/** Registers {@link AccessToken}. */
public final class AccessTokenFactory implements AuthenticatorFactory {
    @Override
    public String id() {
        return "access-token";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Authenticator create(Config config, AuthenticatorContext context) {
        return new AccessToken(context);
    }
}
