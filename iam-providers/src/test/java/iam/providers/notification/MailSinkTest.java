package iam.providers.notification;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.providers.testing.MailReceiver;
import iam.spi.notification.NotificationSinkContract;
import iam.spi.notification.NotificationSinkFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mail sink against the contract, with a receiver that speaks SMTP. */
class MailSinkTest extends NotificationSinkContract {
    private final MailReceiver receiver = new MailReceiver();

    @AfterEach
    void stop() throws IOException {
        receiver.close();
    }

    @Override
    protected NotificationSinkFactory factory() {
        return new MailSinkFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(receiver.port()), "tls", "none", "from", "iam@example.com", "to", "ops@example.com");
    }

    @Override
    protected List<String> received() {
        return receiver.mails.stream().map(mail -> {
            Matcher id = Pattern.compile("X-Notification-Id: (\\S+)").matcher(mail);
            return id.find() ? id.group(1) : "";
        }).toList();
    }

    @Override
    protected boolean breakReceiver() {
        receiver.refusing = true;
        return true;
    }

    @Override
    protected void repairReceiver() {
        receiver.refusing = false;
    }

    @Test
    void namesNoSessions() throws Exception {
        sink.deliver(notification("n1", 3));
        String mail = receiver.mails.get(0);
        assertTrue(mail.contains("To: ops@example.com"), mail);
        assertFalse(mail.contains("0000000000000000000000000002"), mail);
    }
}
