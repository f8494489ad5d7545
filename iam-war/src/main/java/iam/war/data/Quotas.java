package iam.war.data;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.config.Settings;
import jakarta.inject.Inject;

/** How many rows of a type there may be: {@code iam.quota.<type>}, -1 for any number. */
@Component
public final class Quotas {
    private final EntityStore store;
    private final Settings settings;

    @Inject
    Quotas(EntityStore store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Refuses one more row.
     *
     * @param type what is to be added
     * @param exceeded what to answer when there are enough
     */
    public void check(EntityType<?> type, Message exceeded) {
        int quota = settings.integer("iam.quota." + type.name(), -1);
        if (quota >= 0 && store.count(type, Query.where()) >= quota) {
            throw new ApiException(exceeded);
        }
    }
}
