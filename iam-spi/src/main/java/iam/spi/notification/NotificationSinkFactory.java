package iam.spi.notification;

import iam.spi.ProviderFactory;

/**
 * Registers a {@link NotificationSink}. Every enabled sink is told of every sign-out. A sink without settings to work with, such as an address, answers false
 * to {@link #enabledByDefault()}; operators turn it on with {@code iam.notification.<id>.enabled=true}. The context is null.
 */
public interface NotificationSinkFactory extends ProviderFactory<NotificationSink, Void> {
    @Override
    default String kind() {
        return "notification";
    }
}
