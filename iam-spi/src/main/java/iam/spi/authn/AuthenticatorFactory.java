package iam.spi.authn;

import iam.spi.ProviderFactory;

/** Registers an {@link Authenticator}. All of them are asked, in their order, until one does not abstain. */
public interface AuthenticatorFactory extends ProviderFactory<Authenticator, AuthenticatorContext> {
    @Override
    default String kind() {
        return "authn";
    }
}
