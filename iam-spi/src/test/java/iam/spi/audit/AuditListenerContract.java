package iam.spi.audit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import iam.api.entity.AuditRecord;
import iam.spi.ProviderContract;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AuditListener} has to do. Extend it and name your factory. */
public abstract class AuditListenerContract extends ProviderContract<AuditListener, Void> {
    /** For subclasses. */
    protected AuditListenerContract() {
    }

    @Override
    protected abstract AuditListenerFactory factory();

    @Test
    void takesRecords() {
        AuditRecord full = new AuditRecord();
        full.organization = "acme";
        full.user = "größe 漢字";
        full.action = "login";
        full.object = "x".repeat(10_000);
        assertDoesNotThrow(() -> provider.recorded(List.of(new AuditRecord(), full)));
        assertDoesNotThrow(() -> provider.recorded(Collections.nCopies(200, full)));
    }
}
