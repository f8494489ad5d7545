package iam.sink.jms;

import static org.junit.jupiter.api.Assertions.assertThrows;

import iam.spi.config.Config;
import iam.spi.notification.NotificationSinkContract;
import iam.spi.notification.NotificationSinkFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.TransportConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sink against the contract, with a real broker. */
class JmsSinkTest extends NotificationSinkContract {
    private static final long WAIT_MILLIS = 500;

    private BrokerService broker = start("tcp://127.0.0.1:0");
    private final String url = url(broker);

    private static BrokerService start(String address) {
        try {
            BrokerService broker = new BrokerService();
            broker.setPersistent(false);
            broker.setUseJmx(false);
            broker.addConnector(address);
            broker.start();
            broker.waitUntilStarted();
            return broker;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(BrokerService broker) {
        try {
            TransportConnector connector = broker.getTransportConnectors().get(0);
            return connector.getConnectUri().toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    @Override
    protected NotificationSinkFactory factory() {
        return new JmsSinkFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("connection-factory", ActiveMQConnectionFactory.class.getName(), "url", url);
    }

    @Override
    protected List<String> received() throws JMSException {
        List<String> ids = new ArrayList<>();
        try (JMSContext context = new ActiveMQConnectionFactory(url).createContext(); JMSConsumer consumer = context.createConsumer(context.createQueue("iam.notifications"))) {
            for (Message message = consumer.receive(WAIT_MILLIS); message != null; message = consumer.receive(WAIT_MILLIS)) {
                ids.add(message.getStringProperty("notificationId"));
            }
        }
        return ids;
    }

    @Override
    protected boolean breakReceiver() throws Exception {
        broker.stop();
        broker.waitUntilStopped();
        return true;
    }

    @Override
    protected void repairReceiver() {
        broker = start(url);
    }

    @Test
    void refusesAClassThatIsNoConnectionFactory() {
        assertThrows(IllegalStateException.class, () -> factory().create(new Config(Map.of("connection-factory", "java.lang.String", "url", url)), null));
    }
}
