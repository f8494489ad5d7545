package iam.providers.sender;

import iam.spi.sender.MessageSender;
import iam.spi.sender.OutgoingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes messages to the log instead of sending them; with their text, which may hold a code, only in a trial. */
final class LogSender implements MessageSender {
    private static final Logger LOG = LoggerFactory.getLogger(LogSender.class);

    private final boolean showText;

    LogSender(boolean showText) {
        this.showText = showText;
    }

    @Override
    public void send(OutgoingMessage message) {
        LOG.info("message not sent, by {} to {}: {} {}", message.channel(), message.to(), message.subject(), showText ? message.text() : "");
    }
}
