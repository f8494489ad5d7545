package iam.providers.sender;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.sender.MessageSender;
import iam.spi.sender.MessageSenderFactory;
import java.util.List;

/** Registers the sender that writes to the log. */
public final class LogSenderFactory implements MessageSenderFactory {
    @Override
    public String id() {
        return "log";
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.optional("show-text", ConfigProperty.Type.BOOLEAN, "Whether the log shows the text, codes included: for trials only.", "false"));
    }

    @Override
    public MessageSender create(Config config, Void context) {
        return new LogSender(config.flag("show-text"));
    }
}
