package iam.war.testing;

import iam.spi.config.Config;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreFactory;
import iam.spi.store.StoreContext;
import java.util.ServiceLoader;

/** Registers the store in memory once more, as one that counts. */
public final class CountingStoreFactory implements EntityStoreFactory {
    @Override
    public String id() {
        return "counting";
    }

    @Override
    public EntityStore create(Config config, StoreContext context) {
        EntityStoreFactory memory = ServiceLoader.load(EntityStoreFactory.class).stream().map(ServiceLoader.Provider::get).filter(factory -> factory.id().equals("memory")).findFirst().orElseThrow();
        return new CountingStore(memory.create(config, context));
    }
}
