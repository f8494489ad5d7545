package iam.providers.audit;

import iam.spi.audit.AuditListenerContract;
import iam.spi.audit.AuditListenerFactory;

/** The kit. */
class LogListenerTest extends AuditListenerContract {
    @Override
    protected AuditListenerFactory factory() {
        return new LogListenerFactory();
    }
}
