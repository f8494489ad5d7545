package iam.war.audit;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.spi.store.DuplicateKeyException;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreUnavailableException;
import iam.war.Component;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
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

    private final EntityStore store;
    private final Instance<RecordListener> listeners;
    private int next;

    @Inject
    AuditWriter(EntityStore store, @Any Instance<RecordListener> listeners) {
        this.store = store;
        this.listeners = listeners;
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
    synchronized void write(List<AuditRecord> records, BooleanSupplier hurry) throws InterruptedException {
        boolean listened = true;
        while (true) {
            try {
                writeOnce(records, listened);
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
                record.isTriggered = listened;
            }
            insert(records);
            if (listened) {
                listeners.forEach(listener -> listener.recorded(List.copyOf(records)));
            }
            return id;
        });
        next = last;
    }

    private void insert(List<AuditRecord> records) {
        try {
            store.insertAll(records);
        } catch (DuplicateKeyException e) {
            throw new IdTaken();
        }
    }

    private int highest() {
        return store.list(RECORD, Query.where().descending("id").window(0, 1)).stream().mapToInt(record -> record.id).findFirst().orElse(0);
    }
}
