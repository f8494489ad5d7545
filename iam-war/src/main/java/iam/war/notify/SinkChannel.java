package iam.war.notify;

import iam.spi.notification.Notification;
import iam.spi.notification.NotificationSink;
import iam.war.Component;
import iam.war.data.OutboxMessage;
import iam.war.outbox.Channel;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;

/** Delivers to the notification sinks, which stand behind guards with a deadline. */
@Component
final class SinkChannel implements Channel {
    static final String ID = "sink";

    private final Sinks sinks;

    @Inject
    SinkChannel(Sinks sinks) {
        this.sinks = sinks;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void deliver(OutboxMessage message, String document) throws Exception {
        String id = addressee(message);
        NotificationSink sink = sinks.find(id).orElseThrow(() -> new IOException("the sink " + id + " is not installed"));
        Map<?, ?> parsed = NotificationDocument.parse(document);
        Notification notification = new Notification(text(parsed, "nonce"), message.event, text(parsed, "owner"), text(parsed, "name"),
                NotificationDocument.texts(parsed, "sessionIds"), NotificationDocument.texts(parsed, "accessTokenHashes"), document);
        sink.deliver(notification);
    }

    private static String text(Map<?, ?> document, String name) {
        return String.valueOf(document.get(name));
    }
}
