package iam.war.outbox;

import iam.war.Component;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When to look for work: at once after something was written here, and then less and less often, down to once a second, because what was written may not be
 * committed yet, and because other nodes write too.
 */
@Component
final class Pulse {
    private static final long SHORTEST = 10;
    private static final long LONGEST = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private long pause = SHORTEST;

    @Inject
    Pulse() {
    }

    /** Says that there may be work. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next time to look. */
    void await() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(pause);
            while (!woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            pause = woken ? SHORTEST : Math.min(pause * 2, LONGEST);
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
