package iam.war.authn;

import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.data.UsedId;
import jakarta.inject.Inject;
import java.time.Duration;

/** Remembers ids that are good once, such as the {@code jti} of a proof or assertion, on all nodes. */
@Component
public final class UsedIds {
    private final EntityStore store;

    @Inject
    UsedIds(EntityStore store) {
        this.store = store;
    }

    /** The id was used before. */
    public static final class Replayed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Replayed() {
            super("jti has been used before", null, false, false);
        }
    }

    /**
     * Uses an id.
     *
     * @param purpose keeps ids of different kinds apart
     * @param id the id
     * @param time how long it has to be remembered
     * @throws Replayed when it was used before
     */
    public void require(String purpose, String id, Duration time) {
        UsedId used = new UsedId();
        used.hash = Digests.sha256Hex(purpose + " " + id);
        used.expiresAt = System.currentTimeMillis() + time.toMillis();
        if (!store.insert(used)) {
            throw new Replayed();
        }
    }
}
