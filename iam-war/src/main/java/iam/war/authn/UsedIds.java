package iam.war.authn;

import iam.api.EntityKey;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.data.UsedId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

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
        if (!store.insert(row(purpose, id, time))) {
            throw new Replayed();
        }
    }

    private static UsedId row(String purpose, String id, Duration time) {
        UsedId used = new UsedId();
        used.hash = hash(purpose, id);
        used.expiresAt = System.currentTimeMillis() + time.toMillis();
        return used;
    }

    private static String hash(String purpose, String id) {
        return Digests.sha256Hex(purpose + " " + id);
    }

    /** Remembers that something was seen; seeing it again is no error. */
    public void mark(String purpose, String id, Duration time) {
        UsedId row = row(purpose, id, time);
        if (!store.insert(row)) {
            store.update(UsedId.TYPE, UsedId.TYPE.keyOf(row), row, List.of("expiresAt"));
        }
    }

    /** Whether something was seen and is still remembered. */
    public boolean marked(String purpose, String id) {
        return store.find(UsedId.TYPE, EntityKey.of(hash(purpose, id))).filter(row -> row.expiresAt > System.currentTimeMillis()).isPresent();
    }
}
