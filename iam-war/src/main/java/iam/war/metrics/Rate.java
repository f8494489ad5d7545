package iam.war.metrics;

import java.util.function.LongSupplier;

/** Counts events by the second. */
final class Rate {
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier clock;
    private long second;
    private int current;
    private int last;

    Rate(LongSupplier nanoClock) {
        clock = nanoClock;
        second = nanoClock.getAsLong() / SECOND;
    }

    synchronized void count() {
        turn();
        current++;
    }

    /** How many there were in the last full second. */
    synchronized int perSecond() {
        turn();
        return last;
    }

    private void turn() {
        long now = clock.getAsLong() / SECOND;
        if (now != second) {
            last = now == second + 1 ? current : 0;
            current = 0;
            second = now;
        }
    }
}
