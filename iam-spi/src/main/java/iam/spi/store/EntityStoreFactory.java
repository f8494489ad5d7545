package iam.spi.store;

import iam.spi.ProviderFactory;

/** Registers an {@link EntityStore}. Which one is used is the setting {@code iam.store}. */
public interface EntityStoreFactory extends ProviderFactory<EntityStore, StoreContext> {
    @Override
    default String kind() {
        return "store";
    }
}
