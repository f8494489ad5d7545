package iam.sink.jms;

import static org.junit.jupiter.api.Assertions.assertThrows;

import iam.sink.jms.testing.Broker;
import iam.spi.config.Config;
import iam.spi.notification.NotificationSinkContract;
import iam.spi.notification.NotificationSinkFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sink against the contract, with a real broker. */
class JmsSinkTest extends NotificationSinkContract {
    private static final String QUEUE = "iam.notifications";
    private static final long WAIT_MILLIS = 500;

    private final Broker broker = new Broker();

    @AfterEach
    void stop() {
        broker.stop();
    }

    @Override
    protected NotificationSinkFactory factory() {
        return new JmsSinkFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("connection-factory", ActiveMQConnectionFactory.class.getName(), "url", broker.url());
    }

    @Override
    protected List<String> received() throws JMSException {
        List<String> ids = new ArrayList<>();
        for (Message message = broker.receive(QUEUE, WAIT_MILLIS); message != null; message = broker.receive(QUEUE, WAIT_MILLIS)) {
            ids.add(message.getStringProperty("notificationId"));
        }
        return ids;
    }

    @Override
    protected boolean breakReceiver() {
        broker.stop();
        return true;
    }

    @Override
    protected void repairReceiver() {
        broker.restart();
    }

    @Test
    void refusesAClassThatIsNoConnectionFactory() {
        assertThrows(IllegalStateException.class, () -> factory().create(new Config(Map.of("connection-factory", "java.lang.String", "url", broker.url())), null));
    }
}
