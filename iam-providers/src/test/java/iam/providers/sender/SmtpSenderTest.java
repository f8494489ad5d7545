package iam.providers.sender;

import iam.providers.testing.MailReceiver;
import iam.spi.sender.MessageSenderContract;
import iam.spi.sender.MessageSenderFactory;
import iam.spi.sender.OutgoingMessage.Channel;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The kit, over the sender that speaks SMTP. */
class SmtpSenderTest extends MessageSenderContract {
    private final MailReceiver receiver = new MailReceiver();

    @AfterEach
    void stop() throws IOException {
        receiver.close();
    }

    @Override
    protected MessageSenderFactory factory() {
        return new SmtpSenderFactory();
    }

    @Override
    protected Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    protected Map<String, String> service() {
        return service(receiver.port());
    }

    /** Nobody listens on port 1. */
    @Override
    protected Map<String, String> brokenService() {
        return service(1);
    }

    private static Map<String, String> service(int port) {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(port), "clientId", "iam@example.com", "disableSsl", "true");
    }

    @Override
    protected String arrived() throws Exception {
        byte[] mail = receiver.mails.get(0).getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(null, new ByteArrayInputStream(mail)).getContent().toString().replace("\r\n", "\n");
    }
}
