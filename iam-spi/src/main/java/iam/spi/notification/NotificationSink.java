package iam.spi.notification;

import iam.spi.Provider;

/**
 * Tells an outside system what happened.
 *
 * <p>Notifications wait in an outbox that commits with what caused them, so none is lost and none tells of something that did not happen. A worker of one node
 * at a time calls the sink, never the thread of a request; what a sink does or fails to do changes no answer. Notifications come in the order in which they
 * were written. The same kit that tests our sinks, {@code NotificationSinkContract} in the test-jar, tests yours.
 */
public interface NotificationSink extends Provider {
    /**
     * Delivers a notification; returns when the outside system has it for good. Delivery is at least once: after an exception or error, after 15 seconds
     * without an end, or after a crash, the same notification comes again, later and with the same id; the ones behind it wait for it. After a day it is
     * given up, and an administrator can send it again.
     *
     * <p>Called by one thread at a time on each node. It may block; after 15 seconds the thread is interrupted, and the sink is not called again before the
     * call has ended.
     *
     * @param notification what happened; never null
     * @throws Exception when it could not be delivered; the message goes to the log and to administrators, so it holds no secrets
     */
    void deliver(Notification notification) throws Exception;
}
