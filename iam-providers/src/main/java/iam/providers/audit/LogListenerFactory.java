package iam.providers.audit;

import iam.spi.audit.AuditListener;
import iam.spi.audit.AuditListenerFactory;
import iam.spi.config.Config;

/** Registers the listener that writes to the log. */
public final class LogListenerFactory implements AuditListenerFactory {
    @Override
    public String id() {
        return "log";
    }

    @Override
    public boolean enabledByDefault() {
        return false;
    }

    @Override
    public AuditListener create(Config config, Void context) {
        return new LogListener();
    }
}
