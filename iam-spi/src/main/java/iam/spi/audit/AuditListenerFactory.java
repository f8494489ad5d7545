package iam.spi.audit;

import iam.spi.ProviderFactory;

/** Registers an {@link AuditListener}. All of them are told. The context is null. */
public interface AuditListenerFactory extends ProviderFactory<AuditListener, Void> {
    @Override
    default String kind() {
        return "audit";
    }
}
