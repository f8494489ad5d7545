package iam.war.notify;

import iam.spi.notification.Notification;
import iam.spi.notification.NotificationSink;
import iam.war.Component;
import iam.war.data.OutboxMessage;
import iam.war.outbox.Channel;
import iam.war.outbox.Deadline;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Delivers to the notification sinks. They are foreign code, so each call has a deadline. */
@Component
final class SinkChannel implements Channel {
    static final String ID = "sink";

    private static final Duration MOST = Duration.ofSeconds(15);

    private final Sinks sinks;
    private final Deadline deadline;

    @Inject
    SinkChannel(Sinks sinks, Deadline deadline) {
        this.sinks = sinks;
        this.deadline = deadline;
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
        deadline.call(message.receiver, MOST, () -> sink.deliver(notification));
    }

    private static String text(Map<?, ?> document, String name) {
        return String.valueOf(document.get(name));
    }
}
