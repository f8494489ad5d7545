package iam.providers.notification;

import iam.spi.notification.Notification;
import iam.spi.notification.NotificationSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes notifications to the log: event, user and counts, no token hashes. */
final class LogSink implements NotificationSink {
    private static final Logger LOG = LoggerFactory.getLogger(LogSink.class);

    @Override
    public void deliver(Notification notification) {
        LOG.info("notification {} {} of {}/{}: {} sessions, {} tokens ended", notification.id(), notification.event(), notification.organization(), notification.user(),
                notification.sessionIds().size(), notification.accessTokenHashes().size());
    }
}
