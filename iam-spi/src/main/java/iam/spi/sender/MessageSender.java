package iam.spi.sender;

import iam.spi.Provider;

/** Sends mail or short messages. It may block; the server bounds how long. */
public interface MessageSender extends Provider {
    /**
     * Sends a message.
     *
     * @param message what to send, and with which settings
     * @throws Exception when the service has not taken it; the text goes to the log and must not hold the message
     */
    void send(OutgoingMessage message) throws Exception;
}
