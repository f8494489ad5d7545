package iam.war.ratelimit;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.less;

import iam.api.EntityKey;
import iam.spi.ratelimit.RateLimitContext;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.data.Counter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counters in the store. The condition on the old value decides which of several concurrent calls gets the next one. */
@Component
final class Counters implements RateLimitContext {
    private static final long CLEANING = Duration.ofMinutes(1).toMillis();
    private static final int CLEANED = 1000;
    private static final int TRIES = 100;

    private final EntityStore store;
    private final AtomicLong cleaned = new AtomicLong();

    @Inject
    Counters(EntityStore store) {
        this.store = store;
    }

    @Override
    public int increment(String counter, Duration life) {
        clean();
        Counter row = new Counter();
        row.hash = Digests.sha256Hex(counter);
        row.reached = 1;
        row.expiresAt = System.currentTimeMillis() + life.toMillis();
        if (store.insert(row)) {
            return 1;
        }
        int value = 0;
        for (int i = 0; i < TRIES; i++) {
            Optional<Counter> known = store.find(Counter.TYPE, EntityKey.of(row.hash));
            value = known.map(found -> found.reached).orElse(0);
            if (known.isEmpty() || store.updateAll(Counter.TYPE, Query.where(equal("hash", row.hash), equal("reached", value)), Map.of("reached", value + 1)) > 0) {
                return value + 1;
            }
        }
        return value + TRIES;
    }

    private void clean() {
        long now = System.currentTimeMillis();
        long last = cleaned.get();
        if (now - last > CLEANING && cleaned.compareAndSet(last, now)) {
            store.delete(Counter.TYPE, Query.where(less("expiresAt", now)).window(0, CLEANED));
        }
    }
}
