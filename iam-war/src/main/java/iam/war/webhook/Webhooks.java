package iam.war.webhook;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.api.entity.User;
import iam.api.entity.Webhook;
import iam.api.entity.WebhookEvent;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.audit.RecordListener;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.OutboxMessage;
import iam.war.data.Times;
import iam.war.outbox.Outbox;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an event of each audit record that a webhook waits for (contract: entities.md section 11). */
@Component
public final class Webhooks implements RecordListener {
    /** The action of records about deliveries; no webhook is told of these, or it would never end. */
    static final String DELIVERY = "send-webhook";
    /** The state of an event that waits for its first delivery. */
    static final String PENDING = "Pending";

    private static final EntityType<Webhook> WEBHOOK = EntityType.of(Webhook.class);
    private static final EntityType<WebhookEvent> EVENT = EntityType.of(WebhookEvent.class);
    private static final int RETRIES = 3;

    private final EntityStore store;
    private final Directory directory;
    private final Outbox outbox;

    @Inject
    Webhooks(EntityStore store, Directory directory, Outbox outbox) {
        this.store = store;
        this.directory = directory;
        this.outbox = outbox;
    }

    @Override
    public void recorded(List<AuditRecord> records) {
        List<Webhook> webhooks = store.list(WEBHOOK, Query.where(equal("isEnabled", true)));
        for (AuditRecord record : records) {
            webhooks.stream().filter(webhook -> waitsFor(webhook, record)).forEach(webhook -> add(webhook, record));
        }
    }

    /** A webhook hears of its own organization; only one of the built-in organization may hear of all. */
    private static boolean waitsFor(Webhook webhook, AuditRecord record) {
        boolean all = webhook.organization.equals(Directory.BUILT_IN) && !webhook.singleOrgOnly;
        return Defaults.present(webhook.events).contains(record.action) && !record.action.equals(DELIVERY) && (all || webhook.organization.equals(record.organization));
    }

    private void add(Webhook webhook, AuditRecord record) {
        OutboxMessage message = Outbox.message(WebhookChannel.ID, webhook.id(), webhook.organization, record.action);
        WebhookEvent event = new WebhookEvent();
        event.owner = webhook.organization;
        event.name = message.id;
        event.createdTime = Times.now();
        event.updatedTime = event.createdTime;
        event.webhook = webhook.id();
        event.organization = record.organization;
        event.eventType = record.action;
        event.state = PENDING;
        event.payload = WebhookBody.payload(record, Defaults.present(webhook.objectFields));
        event.extendedUser = webhook.isUserExtended ? user(record).map(user -> WebhookBody.user(user, Defaults.present(webhook.tokenFields))).orElse("") : "";
        event.maxRetries = webhook.maxRetries > 0 ? webhook.maxRetries : RETRIES;
        event.nextRetryTime = event.createdTime;
        store.insert(event);
        outbox.add(message);
    }

    private Optional<User> user(AuditRecord record) {
        return directory.user(record.organization, record.user);
    }

    /** Delivers an event again, as if it had not been tried before. */
    public void replay(WebhookEvent event) {
        store.inTransaction(() -> {
            Map<String, Object> fresh = Map.of("state", PENDING, "attemptCount", 0, "nextRetryTime", Times.now(), "updatedTime", Times.now());
            store.updateAll(EVENT, Query.where(equal("owner", event.owner), equal("name", event.name)), fresh);
            OutboxMessage message = Outbox.message(WebhookChannel.ID, event.webhook, event.owner, event.eventType);
            message.id = event.name;
            outbox.resend(message);
            return null;
        });
    }
}
