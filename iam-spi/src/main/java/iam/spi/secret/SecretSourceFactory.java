package iam.spi.secret;

import iam.spi.ProviderFactory;

/** Registers a {@link SecretSource}. They are asked in their order until one knows the secret. */
public interface SecretSourceFactory extends ProviderFactory<SecretSource, SecretContext> {
    @Override
    default String kind() {
        return "secret";
    }
}
