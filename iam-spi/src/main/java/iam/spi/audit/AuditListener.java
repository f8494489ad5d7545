package iam.spi.audit;

import iam.api.entity.AuditRecord;
import iam.spi.Provider;
import java.util.List;

/**
 * Is told of audit records, for a log collector or an alarm. It hears of them after they are stored, soon and in their order, but without a promise: what it
 * fails to take, or what a crash interrupts, is not told again. A sink of {@code iam.spi.notification} is for what must not be lost.
 */
public interface AuditListener extends Provider {
    /**
     * Records were stored. Called by one thread at a time; it may block, and meanwhile records wait in the memory of the server.
     *
     * @param records never null or empty; secrets are taken out of them. They belong to the listener
     * @throws Exception when they could not be taken; the text goes to the log and holds no secrets
     */
    void recorded(List<AuditRecord> records) throws Exception;
}
