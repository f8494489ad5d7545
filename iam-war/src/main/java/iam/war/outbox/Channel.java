package iam.war.outbox;

import iam.war.data.OutboxMessage;
import java.time.Duration;
import java.util.Optional;

/** A way to reach receivers. Its methods are called by a worker, for one message of a receiver at a time; they may block. */
public interface Channel {
    /** What the receivers of this channel begin with, without the slash. */
    String id();

    /**
     * Delivers a message, within half a minute at most. It may have come to the receiver before.
     *
     * @param message what and to whom
     * @param document its document; empty when it has none
     * @throws Exception when the receiver does not have it; the text is for the administrator and holds no secrets
     */
    void deliver(OutboxMessage message, String document) throws Exception;

    /**
     * Whom a message is for, as this channel names its receivers.
     *
     * @param message one of this channel's
     * @return what follows the channel's id and a slash
     */
    default String addressee(OutboxMessage message) {
        return message.receiver.substring(id().length() + 1);
    }

    /**
     * How long the receiver is left alone after a delivery has failed.
     *
     * @param message what could not be delivered; its attempts include the last one
     * @param failures how many deliveries to this receiver have failed in a row
     * @param cause what went wrong
     * @return empty to give the message up
     */
    default Optional<Duration> retry(OutboxMessage message, int failures, Throwable cause) {
        return Backoff.standard(message, failures, cause);
    }
}
