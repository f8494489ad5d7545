package iam.providers.authn;

import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.config.Config;

/** Registers {@link ClientSecret}. */
public final class ClientSecretFactory implements AuthenticatorFactory {
    @Override
    public String id() {
        return "client-secret";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Authenticator create(Config config, AuthenticatorContext context) {
        return new ClientSecret(context);
    }
}
