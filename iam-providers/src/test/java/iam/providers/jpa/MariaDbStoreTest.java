package iam.providers.jpa;

import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreContract;
import iam.spi.store.StoreContext;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The kit on MariaDB. */
@DisabledIfSystemProperty(named = "iam.slow", matches = "false")
class MariaDbStoreTest extends EntityStoreContract {
    private String url;

    @Override
    protected EntityStore open(StoreContext lent) {
        if (url == null) {
            url = MariaDb.server().database("kit");
        }
        return new JpaStoreFactory().create(MariaDb.config(url), lent);
    }
}
