package iam.spi.notification;

import iam.spi.Provider;

/** Tells an outside system what happened. Called by a worker, never on the thread of a request; it may block, the server ends it after its deadline. */
public interface NotificationSink extends Provider {
    /**
     * Delivers a notification. Delivery is at least once: after an exception, or a crash, the same notification comes again with the same id.
     *
     * @param notification what happened
     * @throws Exception when it could not be delivered; the message goes to the log and to the administrator
     */
    void deliver(Notification notification) throws Exception;
}
