package iam.providers.sender;

import iam.spi.sender.MessageSenderContract;
import iam.spi.sender.MessageSenderFactory;
import iam.spi.sender.OutgoingMessage.Channel;
import java.util.Map;

/** The kit, over the sender that writes to the log. */
class LogSenderTest extends MessageSenderContract {
    @Override
    protected MessageSenderFactory factory() {
        return new LogSenderFactory();
    }

    @Override
    protected Channel channel() {
        return Channel.SMS;
    }

    @Override
    protected Map<String, String> service() {
        return Map.of();
    }
}
