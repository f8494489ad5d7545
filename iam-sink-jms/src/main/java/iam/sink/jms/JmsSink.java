package iam.sink.jms;

import iam.spi.notification.Notification;
import iam.spi.notification.NotificationSink;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;

/**
 * Sends each notification as a persistent text message with the document. A connection of its own for each: sign-outs are few, and nothing is left to go stale.
 */
final class JmsSink implements NotificationSink {
    private final ConnectionFactory connections;
    private final String user;
    private final String password;
    private final String destination;
    private final boolean topic;

    JmsSink(ConnectionFactory connections, String user, String password, String destination, boolean topic) {
        this.connections = connections;
        this.user = user;
        this.password = password;
        this.destination = destination;
        this.topic = topic;
    }

    @Override
    public void deliver(Notification notification) throws JMSException {
        try (JMSContext context = user.isEmpty() ? connections.createContext() : connections.createContext(user, password)) {
            Destination to = topic ? context.createTopic(destination) : context.createQueue(destination);
            TextMessage message = context.createTextMessage(notification.document());
            message.setStringProperty("notificationId", notification.id());
            message.setStringProperty("event", notification.event());
            message.setStringProperty("organization", notification.organization());
            message.setStringProperty("user", notification.user());
            context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT).send(to, message);
        }
    }
}
