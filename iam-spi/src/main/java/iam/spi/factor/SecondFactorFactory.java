package iam.spi.factor;

import iam.spi.ProviderFactory;

/** Registers a {@link SecondFactor}; its id is the {@code mfaType} of the API. */
public interface SecondFactorFactory extends ProviderFactory<SecondFactor, Void> {
    @Override
    default String kind() {
        return "factor";
    }
}
