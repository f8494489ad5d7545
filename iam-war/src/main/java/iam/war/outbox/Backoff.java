package iam.war.outbox;

import iam.war.data.OutboxMessage;
import iam.war.outbound.RefusedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait between attempts: exponentially longer, with jitter so that many receivers behind one failure do not come back in step. */
final class Backoff {
    private static final long FIRST = 250;
    private static final long LONGEST = Duration.ofMinutes(5).toMillis();
    private static final Duration PATIENCE = Duration.ofHours(24);
    /** A receiver that says no is asked for about two minutes. */
    private static final int REFUSALS = 10;

    private Backoff() {
    }

    static Optional<Duration> standard(OutboxMessage message, int failures, Throwable cause) {
        boolean old = System.currentTimeMillis() - message.createdAt > PATIENCE.toMillis();
        boolean lasting = cause instanceof RefusedAddressException || cause instanceof RefusedDeliveryException refused && refused.lasting();
        return old || lasting && message.attempts >= REFUSALS ? Optional.empty() : Optional.of(Duration.ofMillis(jittered(FIRST << Math.min(failures - 1, 20))));
    }

    /** Three quarters to five quarters of a time. */
    private static long jittered(long millis) {
        long base = Math.min(millis, LONGEST);
        return ThreadLocalRandom.current().nextLong(base * 3 / 4, base * 5 / 4 + 1);
    }
}
