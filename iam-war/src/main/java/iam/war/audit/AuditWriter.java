package iam.war.audit;

import static iam.spi.store.Condition.less;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreUnavailableException;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.data.Times;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores batches of records, one transaction each. Ids count up over all nodes: each node goes on from the last id it knows; when that one is taken by another
 * node, the batch is undone and begins behind the highest id there is.
 */
@Component
final class AuditWriter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);
    private static final EntityType<AuditRecord> RECORD = EntityType.of(AuditRecord.class);
    private static final int CLEANED = 1000;
    private static final long CLEANING_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final EntityStore store;
    private final Instance<RecordListener> listeners;
    private final int keptDays;
    private int next;
    private long cleaned = System.nanoTime() - CLEANING_NANOS;

    @Inject
    AuditWriter(EntityStore store, @Any Instance<RecordListener> listeners, Settings settings) {
        this.store = store;
        this.listeners = listeners;
        keptDays = settings.integer("iam.audit.days", 365);
    }

    /** Another node was faster. */
    private static final class IdTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        IdTaken() {
            super("id taken", null, false, false);
        }
    }

    /**
     * Stores records, however long the store is away.
     *
     * @param records in the order of their ids to be
     * @param hurry whether to give up rather than wait
     */
    void write(List<AuditRecord> records, BooleanSupplier hurry) throws InterruptedException {
        boolean listened = true;
        while (true) {
            try {
                writeOnce(records, listened);
                clean();
                return;
            } catch (IdTaken e) {
                next = 0;
            } catch (StoreUnavailableException e) {
                if (hurry.getAsBoolean()) {
                    throw e;
                }
                TimeUnit.SECONDS.sleep(1);
            } catch (RuntimeException e) {
                if (!listened) {
                    throw e;
                }
                LOG.error("audit records could not be stored together with what listens to them; they are stored alone", e);
                listened = false;
            }
        }
    }

    private void writeOnce(List<AuditRecord> records, boolean listened) {
        int last = store.inTransaction(() -> {
            int id = next > 0 ? next : highest() + 1;
            for (AuditRecord record : records) {
                record.id = id++;
                if (!store.insert(record)) {
                    throw new IdTaken();
                }
            }
            if (listened) {
                listeners.forEach(listener -> listener.recorded(List.copyOf(records)));
            }
            return id;
        });
        next = last;
    }

    private int highest() {
        return store.list(RECORD, Query.where().descending("id").window(0, 1)).stream().mapToInt(record -> record.id).findFirst().orElse(0);
    }

    /** Retention, a bounded number of rows at a time. */
    private void clean() {
        if (keptDays > 0 && System.nanoTime() - cleaned >= CLEANING_NANOS) {
            String oldest = Times.text(Instant.now().minus(Duration.ofDays(keptDays)));
            int removed = store.delete(RECORD, Query.where(less("createdTime", oldest)).ascending("createdTime").window(0, CLEANED));
            cleaned = removed < CLEANED ? System.nanoTime() : cleaned;
        }
    }
}
