package iam.spi.identity;

import iam.spi.ProviderFactory;

/** Registers an {@link IdentitySource}. For a user who is new they are asked in their order until one knows him. The context is null. */
public interface IdentitySourceFactory extends ProviderFactory<IdentitySource, Void> {
    @Override
    default String kind() {
        return "identity";
    }
}
