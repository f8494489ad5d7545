package iam.war.audit;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.spi.audit.AuditListener;
import iam.spi.audit.AuditListenerFactory;
import iam.war.Component;
import iam.war.Daemon;
import iam.war.provider.Providers;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of stored records, on a thread of its own: a slow one must not hold up the records themselves. */
@Component
final class AuditListeners {
    private static final Logger LOG = LoggerFactory.getLogger(AuditListeners.class);
    private static final EntityType<AuditRecord> RECORD = EntityType.of(AuditRecord.class);
    private static final int BATCHES = 100;

    private final Map<String, AuditListener> listeners;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(BATCHES), new Daemon("iam-audit-listeners"));

    @Inject
    AuditListeners(Providers providers) {
        listeners = providers.all(AuditListenerFactory.class, () -> null);
        worker.allowCoreThreadTimeOut(true);
    }

    /** Never blocks and never fails. */
    void tell(List<AuditRecord> records) {
        listeners.forEach((id, listener) -> {
            List<AuditRecord> copies = records.stream().map(RECORD::copy).toList();
            try {
                worker.execute(() -> tell(id, listener, copies));
            } catch (RejectedExecutionException e) {
                LOG.warn("audit listener {} is too slow: {} records are not told", id, copies.size());
            }
        });
    }

    private static void tell(String id, AuditListener listener, List<AuditRecord> records) {
        try {
            listener.recorded(records);
        } catch (Exception e) {
            LOG.warn("audit listener {} has not taken {} records: {}", id, records.size(), e.toString());
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
