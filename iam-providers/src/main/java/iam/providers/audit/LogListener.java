package iam.providers.audit;

import iam.api.entity.AuditRecord;
import iam.spi.audit.AuditListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes who did what to the log {@code iam.audit}, without what was sent and answered. */
final class LogListener implements AuditListener {
    private static final Logger LOG = LoggerFactory.getLogger("iam.audit");

    @Override
    public void recorded(List<AuditRecord> records) {
        for (AuditRecord record : records) {
            LOG.info("{} {}/{} from {}: {} {} {}", record.createdTime, record.organization, record.user, record.clientIp, record.method, record.action, record.statusCode);
        }
    }
}
