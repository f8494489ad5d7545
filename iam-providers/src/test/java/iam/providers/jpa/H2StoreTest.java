package iam.providers.jpa;

import iam.spi.config.Config;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreContract;
import iam.spi.store.StoreContext;
import java.util.Map;

/** The kit on the embedded database. */
class H2StoreTest extends EntityStoreContract {
    @Override
    protected EntityStore open(StoreContext lent) {
        return new JpaStoreFactory().create(new Config(Map.of("pool-size", "10")), lent);
    }
}
