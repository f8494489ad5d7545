package iam.providers.memory;

import iam.spi.config.Config;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreContract;
import iam.spi.store.StoreContext;
import java.util.Map;

/** The kit on the store in memory. */
class MemoryStoreTest extends EntityStoreContract {
    @Override
    protected EntityStore open(StoreContext lent) {
        return new MemoryStoreFactory().create(new Config(Map.of()), lent);
    }

    @Override
    protected boolean durable() {
        return false;
    }
}
