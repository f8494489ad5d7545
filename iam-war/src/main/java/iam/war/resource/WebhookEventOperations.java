package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.entity.WebhookEvent;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Request;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import iam.war.outbox.DeadLetters;
import iam.war.webhook.Webhooks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Events that webhooks were or will be told of. Messages to other receivers that were given up stand here too. */
@Component
final class WebhookEventOperations implements Operations {
    private static final EntityType<WebhookEvent> EVENT = EntityType.of(WebhookEvent.class);

    private final EntityStore store;
    private final Webhooks webhooks;
    private final DeadLetters deadLetters;

    @Inject
    WebhookEventOperations(EntityStore store, Webhooks webhooks, DeadLetters deadLetters) {
        this.store = store;
        this.webhooks = webhooks;
        this.deadLetters = deadLetters;
    }

    @Override
    public List<Operation> operations() {
        Target organization = Target.lookedUp("organization | owner", call -> new Subject(organization(call.request()), ""));
        return List.of(
                Operation.of("GET", "/api/get-webhook-events", "Lists webhook events").access(Access.ADMIN).target(organization)
                        .givesAll(EVENT.javaType()).query("owner", "organization", "webhook", "state").query(Listing.PARAMETERS).run(this::list),
                Operation.of("GET", "/api/get-webhook-event-detail", "Reads a webhook event").access(Access.ADMIN).target(Target.id(EVENT)).required("id")
                        .run(call -> Envelope.ok(call.target())),
                Operation.of("POST", "/api/replay-webhook-event", "Delivers a webhook event again").access(Access.ADMIN).target(Target.id(EVENT)).required("id").run(this::replay),
                Operation.of("POST", "/api/delete-webhook-event", "Deletes a webhook event").access(Access.ADMIN).target(Target.keyInBody(EVENT)).run(this::delete));
    }

    private static String organization(Request request) {
        return request.query("organization").isEmpty() ? request.query("owner") : request.query("organization");
    }

    /** An administrator sees the events of his organization's webhooks, which hear of nothing else. Global ones may ask for an organization that a webhook of another hears of. */
    private Envelope list(Call call) {
        List<Condition> conditions = new ArrayList<>();
        add(conditions, "organization", call.caller().global() ? call.request().query("organization") : "");
        add(conditions, "owner", call.caller().global() ? call.request().query("owner") : organization(call.request()));
        add(conditions, "webhook", call.request().query("webhook"));
        add(conditions, "state", call.request().query("state"));
        return Listing.of(store, EVENT).answer(conditions, call.request(), rows -> rows);
    }

    private static void add(List<Condition> conditions, String field, String value) {
        if (!value.isEmpty()) {
            conditions.add(equal(field, value));
        }
    }

    private Envelope replay(Call call) {
        if (call.target() == null) {
            return Envelope.affected(false);
        }
        WebhookEvent event = (WebhookEvent) call.target();
        if (deadLetters.hold(event)) {
            deadLetters.resend(event);
        } else {
            webhooks.replay(event);
        }
        return Envelope.ok("Webhook event replay triggered");
    }

    private Envelope delete(Call call) {
        return Envelope.affected(call.target() != null && store.delete(EVENT, row((WebhookEvent) call.target())) > 0);
    }

    private static Query row(WebhookEvent event) {
        return Query.where(equal("owner", event.owner), equal("name", event.name));
    }
}
