package iam.war.outbox;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.entity.WebhookEvent;
import iam.api.json.EntityJsonb;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.OutboxMessage;
import iam.war.data.Times;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages that were given up. They stand among the events of webhooks, where an administrator sees them and sends them again. */
@Component
public final class DeadLetters {
    /** The state of an event that was given up. */
    public static final String FAILED = "Failed";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final EntityType<WebhookEvent> EVENT = EntityType.of(WebhookEvent.class);
    private static final int MOST_NAME = 200;

    private final EntityStore store;
    private final Outbox outbox;
    private final Channels channels;
    private final Jsonb jsonb = EntityJsonb.create();

    @Inject
    DeadLetters(EntityStore store, Outbox outbox, Channels channels) {
        this.store = store;
        this.outbox = outbox;
        this.channels = channels;
    }

    /** What went wrong, for an administrator. */
    public static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    }

    /** Keeps a message that was given up. A message of a webhook has its event already. */
    void bury(OutboxMessage message, String document, Throwable failure) {
        LOG.warn("message {} to {} is given up after {} attempts: {}", message.id, message.receiver, message.attempts, reason(failure));
        WebhookEvent event = new WebhookEvent();
        event.owner = message.organization.isEmpty() ? Directory.ADMIN : message.organization;
        event.name = message.id;
        event.createdTime = Times.now();
        event.updatedTime = event.createdTime;
        event.webhook = message.receiver.length() > MOST_NAME ? message.receiver.substring(0, MOST_NAME) : message.receiver;
        event.organization = message.organization;
        event.eventType = message.event;
        event.state = FAILED;
        event.payload = document.isEmpty() ? jsonb.toJson(message.details) : document;
        event.attemptCount = message.attempts;
        event.maxRetries = message.attempts;
        event.lastStatusCode = failure instanceof RefusedDeliveryException refused ? refused.status() : 0;
        event.lastError = reason(failure);
        if (!store.insert(event)) {
            store.updateAll(EVENT, Query.where(equal("owner", event.owner), equal("name", event.name)), Map.of("state", FAILED, "updatedTime", event.updatedTime));
        }
    }

    /** Whether an event is a message to something else than a webhook. */
    public boolean hold(WebhookEvent event) {
        return channels.know(event.webhook);
    }

    /** Sends a message again; its event goes. */
    public void resend(WebhookEvent event) {
        int slash = event.webhook.indexOf('/');
        OutboxMessage message = Outbox.message(event.webhook.substring(0, slash), event.webhook.substring(slash + 1), event.organization, event.eventType);
        message.id = event.name;
        message.details = details(event.payload);
        store.inTransaction(() -> {
            if (message.details == null) {
                message.document = event.name;
                outbox.keep(event.name, event.payload);
            }
            outbox.resend(message);
            return store.delete(EVENT, Query.where(equal("owner", event.owner), equal("name", event.name)));
        });
    }

    /** The details of a message without a document: an object of texts only. */
    private Map<String, String> details(String payload) {
        Map<?, ?> object = jsonb.fromJson(payload, Map.class);
        if (!object.values().stream().allMatch(String.class::isInstance)) {
            return null;
        }
        Map<String, String> details = new LinkedHashMap<>();
        object.forEach((name, value) -> details.put((String) name, (String) value));
        return details;
    }
}
