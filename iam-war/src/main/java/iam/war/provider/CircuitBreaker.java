package iam.war.provider;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Leaves a provider alone that has failed several times in a row; after a pause one call may try again. */
final class CircuitBreaker {
    static final int FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final LongSupplier nanoClock;
    private int failures;
    private long opened;
    private boolean trying;

    CircuitBreaker(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Whether a call may go through. Each that may is followed by {@link #succeeded} or {@link #failed}. */
    synchronized boolean permits() {
        if (failures < FAILURES) {
            return true;
        }
        if (trying || nanoClock.getAsLong() - opened < PAUSE.toNanos()) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        trying = false;
    }

    synchronized void failed() {
        failures = Math.min(FAILURES, failures + 1);
        opened = nanoClock.getAsLong();
        trying = false;
    }

    synchronized boolean open() {
        return failures >= FAILURES;
    }
}
