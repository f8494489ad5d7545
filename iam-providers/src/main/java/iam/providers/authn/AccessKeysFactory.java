package iam.providers.authn;

import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.config.Config;

/** Registers {@link AccessKeys}. */
public final class AccessKeysFactory implements AuthenticatorFactory {
    @Override
    public String id() {
        return "access-key";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Authenticator create(Config config, AuthenticatorContext context) {
        return new AccessKeys(context);
    }
}
