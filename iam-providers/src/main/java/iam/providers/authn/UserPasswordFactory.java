package iam.providers.authn;

import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.config.Config;

/** Registers {@link UserPassword}. */
public final class UserPasswordFactory implements AuthenticatorFactory {
    @Override
    public String id() {
        return "password";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Authenticator create(Config config, AuthenticatorContext context) {
        return new UserPassword(context);
    }
}
