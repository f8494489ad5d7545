package iam.providers.authn;

import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.config.Config;

/** Registers {@link SessionCookie}. */
public final class SessionCookieFactory implements AuthenticatorFactory {
    @Override
    public String id() {
        return "session";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public Authenticator create(Config config, AuthenticatorContext context) {
        return new SessionCookie(context);
    }
}
