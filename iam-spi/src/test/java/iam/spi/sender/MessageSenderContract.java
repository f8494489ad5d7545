package iam.spi.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iam.spi.ProviderContract;
import iam.spi.sender.OutgoingMessage.Channel;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every {@link MessageSender} has to do. Extend it, name your factory, and give it a real receiver. */
public abstract class MessageSenderContract extends ProviderContract<MessageSender, Void> {
    private static final String TEXT = "Your code is 123456.\nGröße 漢字";

    /** For subclasses. */
    protected MessageSenderContract() {
    }

    @Override
    protected abstract MessageSenderFactory factory();

    /** The way that it sends by. */
    protected abstract Channel channel();

    /** The settings of a service that works. */
    protected abstract Map<String, String> service();

    /** The settings of a service that can't be reached; empty when there is no such thing. */
    protected Map<String, String> brokenService() {
        return Map.of();
    }

    /** The text of the last message that has arrived, line breaks as {@code \n}; null when nobody can tell. */
    protected String arrived() throws Exception {
        return null;
    }

    private OutgoingMessage message(Map<String, String> service) {
        return new OutgoingMessage(channel(), channel() == Channel.EMAIL ? "ann@example.com" : "+4915112345678", channel() == Channel.EMAIL ? "Größe" : "", TEXT, service);
    }

    @Test
    void sends() throws Exception {
        provider.send(message(service()));
        String arrived = arrived();
        if (arrived != null) {
            assertEquals(TEXT, arrived.strip());
        }
    }

    @Test
    void throwsWhenNobodyTakesIt() {
        Assumptions.assumeFalse(brokenService().isEmpty());
        Exception failure = assertThrows(Exception.class, () -> provider.send(message(brokenService())));
        assertEquals(-1, failure.toString().indexOf("123456"), "the failure tells the message");
    }
}
