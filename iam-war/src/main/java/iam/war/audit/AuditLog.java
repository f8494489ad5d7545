package iam.war.audit;

import iam.api.entity.AuditRecord;
import iam.war.Component;
import iam.war.Daemon;
import iam.war.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes audit records without ever blocking, and writes them behind the answers, in batches. When the store can't keep up, the log says how many were lost. */
@Component
public final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int BATCH = 200;
    /** So long a record waits for others: a row among a hundred costs a fraction of one in a transaction of its own. */
    private static final long GATHERING_MILLIS = 100;
    private static final long FLUSH_MILLIS = 5000;

    private final AuditWriter writer;
    private final AuditListeners listeners;
    private final BlockingQueue<AuditRecord> queue;
    private final AtomicLong lost = new AtomicLong();
    private final Thread worker = new Daemon("iam-audit").newThread(this::work);
    private volatile boolean stopping;

    @Inject
    AuditLog(AuditWriter writer, AuditListeners listeners, Settings settings) {
        this.writer = writer;
        this.listeners = listeners;
        queue = new ArrayBlockingQueue<>(settings.integer("iam.audit.queue", 20_000));
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        worker.start();
    }

    /**
     * Adds a record; never blocks and never fails.
     *
     * @param record everything but the id
     */
    public void add(AuditRecord record) {
        if (!queue.offer(record) && lost.getAndIncrement() == 0) {
            LOG.warn("audit records come faster than the store takes them; some are lost");
        }
    }

    /**
     * Stores a record that a caller has made up, without secrets, before it returns.
     *
     * @param record everything but the id
     */
    public void store(AuditRecord record) {
        record.requestUri = Redaction.text(record.requestUri);
        record.object = Redaction.text(record.object);
        List<AuditRecord> one = List.of(record);
        try {
            writer.write(one, () -> true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        listeners.tell(one);
    }

    private void work() {
        List<AuditRecord> batch = new ArrayList<>();
        while (!stopping || !queue.isEmpty()) {
            try {
                AuditRecord first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    gather();
                    queue.drainTo(batch, BATCH - 1);
                    writer.write(batch, () -> stopping);
                    listeners.tell(batch);
                }
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException e) {
                LOG.error("{} audit records could not be stored", batch.size(), e);
            }
            batch.clear();
            tellLosses();
        }
    }

    private void gather() throws InterruptedException {
        if (!stopping && queue.size() < BATCH) {
            Thread.sleep(GATHERING_MILLIS);
        }
    }

    private void tellLosses() {
        long number = lost.get();
        if (number > 0 && queue.remainingCapacity() > queue.size()) {
            lost.addAndGet(-number);
            LOG.error("{} audit records were lost", number);
        }
    }

    /** While the store is still open. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stop();
    }

    /** For a container that ends without telling. */
    @PreDestroy
    void stop() {
        stopping = true;
        try {
            worker.join(FLUSH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
