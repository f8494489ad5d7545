package iam.providers.notification;

import iam.spi.config.Config;
import iam.spi.notification.NotificationSink;
import iam.spi.notification.NotificationSinkFactory;

/** Registers the sink that writes to the log. */
public final class LogSinkFactory implements NotificationSinkFactory {
    @Override
    public String id() {
        return "log";
    }

    @Override
    public boolean enabledByDefault() {
        return false;
    }

    @Override
    public NotificationSink create(Config config, Void context) {
        return new LogSink();
    }
}
