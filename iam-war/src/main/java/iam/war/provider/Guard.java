package iam.war.provider;

import iam.api.ApiException;
import iam.spi.store.StoreException;
import iam.spi.store.StoreUnavailableException;
import iam.war.Daemon;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between the server and one provider. Calls run on threads of the provider's own, so a caller goes on when the deadline is over, and one that hangs
 * holds a thread of these few only: they are the bulkhead.
 */
final class Guard implements AutoCloseable {
    /** How the names of its threads begin. */
    static final String THREAD = "iam-provider-";

    private final String name;
    private final Limits limits;
    private final ThreadPoolExecutor threads;
    /** Without a thread until a store is called. */
    private final ScheduledThreadPoolExecutor alarms;
    /** Given back before the caller has the answer, so that its next call is not refused; a bounded pool would refuse it while its thread is on the way back. */
    private final Semaphore permits;
    private final CircuitBreaker breaker = new CircuitBreaker(System::nanoTime);
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean closed;

    Guard(String name, Limits limits, ClassLoader loader) {
        this.name = name;
        this.limits = limits;
        permits = new Semaphore(limits.concurrency());
        alarms = new ScheduledThreadPoolExecutor(1, new Daemon("iam-deadline-" + name));
        alarms.setRemoveOnCancelPolicy(true);
        threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Daemon(THREAD + name).newThread(work);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /**
     * Calls the provider.
     *
     * @throws ProviderFailure when it has not answered in time, or something that is not meant for the caller went wrong
     * @throws Exception what the provider throws
     */
    <T> T call(Callable<T> work) throws Exception {
        calls.incrementAndGet();
        if (!breaker.permits()) {
            failures.incrementAndGet();
            throw new ProviderFailure("provider " + name + " is left alone for some seconds after " + CircuitBreaker.FAILURES + " failures in a row");
        }
        boolean good = false;
        try {
            T answer = within(limits.deadline(), work);
            good = true;
            return answer;
        } catch (ApiException | StoreException e) {
            // an answer to the caller, or the store's failure: the provider has done its work
            good = true;
            throw e;
        } finally {
            if (good) {
                breaker.succeeded();
            } else {
                failures.incrementAndGet();
                breaker.failed();
            }
        }
    }

    /**
     * Calls a store on the thread of the caller, which waits for its turn and is interrupted when the deadline is over.
     *
     * @throws StoreUnavailableException when it is left alone, or busy for too long
     * @throws Exception what the store throws
     */
    <T> T here(Callable<T> work) throws Exception {
        calls.incrementAndGet();
        if (!breaker.permits()) {
            failures.incrementAndGet();
            throw new StoreUnavailableException("provider " + name + " is left alone for some seconds after " + CircuitBreaker.FAILURES + " failures in a row", null);
        }
        boolean good = false;
        Alarm alarm = new Alarm(Thread.currentThread());
        try {
            T answer = inTurn(work, alarm);
            good = !alarm.end();
            return answer;
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (StoreException | IllegalArgumentException e) {
            // a duplicate key or a wrong query: the store has done its work
            good = !alarm.end();
            throw e;
        } finally {
            alarm.end();
            if (good) {
                breaker.succeeded();
            } else {
                failures.incrementAndGet();
                breaker.failed();
            }
        }
    }

    private <T> T inTurn(Callable<T> work, Alarm alarm) throws Exception {
        if (!permits.tryAcquire(limits.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new StoreUnavailableException("provider " + name + " is busy with " + limits.concurrency() + " calls", null);
        }
        Future<?> ring = alarms.schedule(alarm, limits.deadline().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return work.call();
        } finally {
            ring.cancel(false);
            permits.release();
        }
    }

    /** Calls the provider once, whatever the breaker says; it is not counted. */
    <T> T within(Duration deadline, Callable<T> work) throws Exception {
        return await(deadline, submit(work));
    }

    private <T> T await(Duration deadline, Future<T> future) throws Exception {
        try {
            return future.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ProviderFailure("provider " + name + " has not answered within " + deadline.toMillis() + " ms", null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new ProviderFailure("provider " + name + " failed: " + e.getCause(), e.getCause());
        } finally {
            // interrupts what still runs; no effect on what has ended
            future.cancel(true);
        }
    }

    private <T> Future<T> submit(Callable<T> work) {
        if (!permits.tryAcquire()) {
            throw new ProviderFailure("provider " + name + " is busy with " + limits.concurrency() + " calls");
        }
        AtomicBoolean held = new AtomicBoolean(true);
        if (closed) {
            release(held);
            throw new ProviderFailure("provider " + name + " is closed");
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return work.call();
            } finally {
                release(held);
            }
        });
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                // one that was given up before it began
                release(held);
            }
        });
        return task;
    }

    private void release(AtomicBoolean held) {
        if (held.compareAndSet(true, false)) {
            permits.release();
        }
    }

    /** Whether it is left alone at present. */
    boolean open() {
        return breaker.open();
    }

    /** How often it was called. */
    long calls() {
        return calls.get();
    }

    /** How often it did not do its work. */
    long failures() {
        return failures.get();
    }

    /** Lets no call in any more, waits for those under way, and lets the provider close itself. */
    void close(Duration patience, Runnable last) throws Exception {
        closed = true;
        permits.tryAcquire(limits.concurrency(), patience.toNanos(), TimeUnit.NANOSECONDS);
        FutureTask<Void> task = new FutureTask<>(last, null);
        threads.execute(task);
        await(Limits.START, task);
    }

    /** How long a call may take. */
    Duration deadline() {
        return limits.deadline();
    }

    /** Ends its threads; calls under way are interrupted. */
    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        alarms.shutdownNow();
    }
}
