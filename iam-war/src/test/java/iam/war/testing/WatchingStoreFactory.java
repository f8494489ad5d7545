package iam.war.testing;

import iam.spi.config.Config;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreFactory;
import iam.spi.store.StoreContext;
import java.util.ServiceLoader;

/** Registers the store in memory once more, as one that remembers what was written. */
public final class WatchingStoreFactory implements EntityStoreFactory {
    @Override
    public String id() {
        return "watching";
    }

    @Override
    public EntityStore create(Config config, StoreContext context) {
        EntityStoreFactory memory = ServiceLoader.load(EntityStoreFactory.class).stream().map(ServiceLoader.Provider::get).filter(factory -> factory.id().equals("memory")).findFirst().orElseThrow();
        return new WatchingStore(memory.create(config, context));
    }
}
