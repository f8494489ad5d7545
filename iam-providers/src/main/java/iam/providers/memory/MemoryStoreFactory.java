package iam.providers.memory;

import iam.spi.config.Config;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreFactory;
import iam.spi.store.StoreContext;

/** Registers the store that forgets everything when the server stops: for trials and tests. */
public final class MemoryStoreFactory implements EntityStoreFactory {
    /** For {@link java.util.ServiceLoader}. */
    public MemoryStoreFactory() {
    }

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public EntityStore create(Config config, StoreContext context) {
        return new MemoryStore(context.types());
    }
}
