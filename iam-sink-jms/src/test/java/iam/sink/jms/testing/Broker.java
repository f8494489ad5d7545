package iam.sink.jms.testing;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** A real broker in this process, on a free port of the loopback address, which can go away and come back there; it keeps nothing. */
public final class Broker implements AutoCloseable {
    private BrokerService service = start("tcp://127.0.0.1:0");
    private final String url = service.getDefaultSocketURIString();

    private static BrokerService start(String address) {
        try {
            BrokerService service = new BrokerService();
            service.setPersistent(false);
            service.setUseJmx(false);
            service.addConnector(address);
            service.start();
            service.waitUntilStarted();
            return service;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where clients find it. */
    public String url() {
        return url;
    }

    /** Comes back after {@link #stop}. */
    public void restart() {
        service = start(url);
    }

    /** The next message of a queue; null when none comes within a time. */
    public Message receive(String queue, long waitMillis) {
        try (JMSContext context = new ActiveMQConnectionFactory(url).createContext(); JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            return consumer.receive(waitMillis);
        }
    }

    /** Goes away. */
    public void stop() {
        try {
            service.stop();
            service.waitUntilStopped();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
