package iam.spi.notification;

import iam.spi.ProviderFactory;

/** Registers a {@link NotificationSink}. */
public interface NotificationSinkFactory extends ProviderFactory<NotificationSink, Void> {
    @Override
    default String kind() {
        return "notification";
    }
}
