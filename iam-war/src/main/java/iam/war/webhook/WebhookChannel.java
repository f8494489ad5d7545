package iam.war.webhook;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.api.entity.Webhook;
import iam.api.entity.WebhookEvent;
import iam.api.entity.WebhookHeader;
import iam.api.json.EntityJsonb;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.audit.AuditLog;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.OutboxMessage;
import iam.war.data.Times;
import iam.war.outbound.Outbound;
import iam.war.outbox.Channel;
import iam.war.outbox.DeadLetters;
import iam.war.outbox.RefusedDeliveryException;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers the events of webhooks, and writes into each event how it went (contract: entities.md section 11). */
@Component
final class WebhookChannel implements Channel {
    static final String ID = "webhook";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookChannel.class);
    private static final EntityType<Webhook> WEBHOOK = EntityType.of(Webhook.class);
    private static final EntityType<WebhookEvent> EVENT = EntityType.of(WebhookEvent.class);
    private static final Jsonb JSONB = EntityJsonb.create();
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final int INTERVAL = 60;
    private static final int LONGEST_INTERVAL = 3600;

    private final EntityStore store;
    private final Directory directory;
    private final Outbound outbound;
    private final AuditLog log;

    @Inject
    WebhookChannel(EntityStore store, Directory directory, Outbound outbound, AuditLog log) {
        this.store = store;
        this.directory = directory;
        this.outbound = outbound;
        this.log = log;
    }

    @Override
    public String id() {
        return ID;
    }

    /** An event that is gone, or whose webhook is gone, is delivered to nobody. */
    @Override
    public void deliver(OutboxMessage message, String document) throws Exception {
        Optional<WebhookEvent> event = event(message);
        Optional<Webhook> webhook = webhook(message);
        if (event.isEmpty() || webhook.isEmpty()) {
            return;
        }
        Outbound.Answer answer = outbound.send(request(webhook.get(), event.get()), MOST);
        RefusedDeliveryException.check(answer);
        save(message, Map.of("state", "Success", "attemptCount", event.get().attemptCount + 1, "lastStatusCode", answer.status(), "lastResponse", answer.text(), "lastError", "",
                "nextRetryTime", "", "updatedTime", Times.now()));
    }

    private Optional<WebhookEvent> event(OutboxMessage message) {
        return directory.find(EVENT, message.organization, message.id);
    }

    private Optional<Webhook> webhook(OutboxMessage message) {
        return directory.find(WEBHOOK, addressee(message).split("/", 2));
    }

    private void save(OutboxMessage message, Map<String, Object> values) {
        store.updateAll(EVENT, Query.where(equal("owner", message.organization), equal("name", message.id)), values);
    }

    private static HttpRequest.Builder request(Webhook webhook, WebhookEvent event) throws IOException {
        HttpRequest.Builder request = Outbound.to(webhook.url).method(webhook.method.isEmpty() ? "POST" : webhook.method, BodyPublishers.ofString(WebhookBody.of(event)))
                .header("Idempotency-Key", event.name);
        for (WebhookHeader header : Defaults.present(webhook.headers)) {
            set(request, webhook, header);
        }
        return request.setHeader("Content-Type", webhook.contentType.isEmpty() ? "application/json" : webhook.contentType);
    }

    /** Headers that belong to the connection, and malformed ones, are left out. */
    private static void set(HttpRequest.Builder request, Webhook webhook, WebhookHeader header) {
        try {
            request.setHeader(header.name, header.value);
        } catch (IllegalArgumentException e) {
            LOG.warn("header {} of webhook {} can't be sent", header.name, webhook.name);
        }
    }

    @Override
    public Optional<Duration> retry(OutboxMessage message, int failures, Throwable cause) {
        Optional<WebhookEvent> event = event(message);
        Optional<Webhook> webhook = webhook(message);
        if (event.isEmpty() || webhook.isEmpty()) {
            return Optional.empty();
        }
        int attempts = event.get().attemptCount + 1;
        boolean again = attempts <= event.get().maxRetries;
        Duration wait = wait(webhook.get(), attempts);
        int status = cause instanceof RefusedDeliveryException refused ? refused.status() : 0;
        String text = cause instanceof RefusedDeliveryException refused ? refused.text() : "";
        save(message, Map.of("state", again ? "Retrying" : DeadLetters.FAILED, "attemptCount", attempts, "lastStatusCode", status, "lastResponse", text,
                "lastError", DeadLetters.reason(cause), "nextRetryTime", again ? Times.text(Instant.now().plus(wait)) : "", "updatedTime", Times.now()));
        log.add(record(webhook.get(), event.get(), status, DeadLetters.reason(cause)));
        return again ? Optional.of(wait) : Optional.empty();
    }

    /** What the webhook's administrators read of a failure. Addresses and headers may hold secrets, so no more than the host is told. */
    private static AuditRecord record(Webhook webhook, WebhookEvent event, int status, String reason) {
        AuditRecord record = new AuditRecord();
        record.name = UUID.randomUUID().toString();
        record.createdTime = Times.now();
        record.organization = webhook.organization;
        record.owner = webhook.organization;
        record.method = webhook.method.isEmpty() ? "POST" : webhook.method;
        record.requestUri = webhook.url.replaceFirst("^([a-z]+://)?([^/?#]*@)?([^/?#]*).*$", "$1$3");
        record.action = Webhooks.DELIVERY;
        record.language = "en";
        record.object = JSONB.toJson(Map.of("webhook", webhook.name, "event", event.name));
        record.response = "{status:\"error\", msg:\"" + reason + "\"}";
        record.statusCode = status;
        record.detail = event.eventType;
        return record;
    }

    private static Duration wait(Webhook webhook, int attempts) {
        long interval = webhook.retryInterval > 0 ? webhook.retryInterval : INTERVAL;
        return Duration.ofSeconds(webhook.useExponentialBackoff ? Math.min(interval << Math.min(attempts - 1, 12), LONGEST_INTERVAL) : interval);
    }
}
