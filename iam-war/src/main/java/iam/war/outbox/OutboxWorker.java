package iam.war.outbox;

import iam.spi.store.StoreUnavailableException;
import iam.war.Component;
import iam.war.Daemon;
import iam.war.data.OutboxReceiver;
import iam.war.outbox.Leases.Lease;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for receivers with messages and has them served, by a bounded number of threads; one node or many, all do the same. */
@Component
final class OutboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final int MOST_RUNS = 16;
    /** What is written within so many milliseconds is sorted together. */
    private static final long GATHERING = 20;
    private static final int IDLE_SECONDS = 30;
    /** How long a receiver waits whose run has ended otherwise than it should, in milliseconds. */
    private static final long PAUSE = 2000;

    private final Sorter sorter;
    private final Leases leases;
    private final ReceiverRun run;
    private final Pulse pulse;
    private final Thread loop = new Daemon("iam-outbox").newThread(this::loop);
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(new Daemon("iam-outbox-leases"));
    private final ThreadPoolExecutor runs = new ThreadPoolExecutor(0, 2 * MOST_RUNS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), new Daemon("iam-outbox-run"));
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean stopped;

    @Inject
    OutboxWorker(Sorter sorter, Leases leases, ReceiverRun run, Pulse pulse) {
        this.sorter = sorter;
        this.leases = leases;
        this.run = run;
        this.pulse = pulse;
    }

    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        renewal.scheduleAtFixedRate(() -> guarded("renewing leases", leases::renew), 0, Leases.RENEWAL, TimeUnit.MILLISECONDS);
        loop.start();
    }

    private void loop() {
        try {
            while (!stopped) {
                guarded("looking for messages", this::look);
                pulse.await();
                Thread.sleep(GATHERING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (sorter.sort()) {
            pulse.wake();
        }
        for (OutboxReceiver receiver : leases.waiting()) {
            if (running.get() < MOST_RUNS) {
                take(receiver);
            }
        }
    }

    private void take(OutboxReceiver receiver) {
        Lease lease = leases.take(receiver);
        if (lease != null) {
            running.incrementAndGet();
            runs.execute(() -> serve(lease));
        }
    }

    private void serve(Lease lease) {
        try {
            guarded("serving " + lease.receiver().name, () -> run.serve(lease));
            guarded("releasing " + lease.receiver().name, () -> leases.release(lease, Map.of("dueAt", System.currentTimeMillis() + PAUSE)));
        } finally {
            running.decrementAndGet();
            pulse.wake();
        }
    }

    /** The worker outlives a store that is away and everything else: what is not done now is found again. */
    private void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailableException e) {
            LOG.debug("{}: the store is not available: {}", what, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            if (!stopped) {
                LOG.error("{} failed", what, e);
            }
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        loop.interrupt();
        renewal.shutdownNow();
        runs.shutdownNow();
    }
}
