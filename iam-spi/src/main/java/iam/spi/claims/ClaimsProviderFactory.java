package iam.spi.claims;

import iam.spi.ProviderFactory;

/** Registers a {@link ClaimsProvider}. All of them are asked, in their order; of two that name the same claim the first counts. The context is null. */
public interface ClaimsProviderFactory extends ProviderFactory<ClaimsProvider, Void> {
    @Override
    default String kind() {
        return "claims";
    }
}
