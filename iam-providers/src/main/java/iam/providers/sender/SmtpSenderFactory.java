package iam.providers.sender;

import iam.spi.config.Config;
import iam.spi.sender.MessageSender;
import iam.spi.sender.MessageSenderFactory;

/** Registers {@link SmtpSender} for mail services of type {@code Default}. */
public final class SmtpSenderFactory implements MessageSenderFactory {
    @Override
    public String id() {
        return "default";
    }

    @Override
    public MessageSender create(Config config, Void context) {
        return new SmtpSender();
    }
}
