package iam.war.retention;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.less;

import iam.api.EntityType;
import iam.api.entity.WebhookEvent;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreUnavailableException;
import iam.war.Component;
import iam.war.Daemon;
import iam.war.authn.Sessions;
import iam.war.config.Settings;
import iam.war.data.BrowserSession;
import iam.war.data.DeviceAuthorization;
import iam.war.data.OutboxDocument;
import iam.war.data.OutboxReceiver;
import iam.war.data.PushedRequest;
import iam.war.data.RotatedToken;
import iam.war.data.Times;
import iam.war.data.UsedId;
import iam.war.data.VerificationCode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has run out, in batches that are found by an index: every node now and then, none in step with another. */
@Component
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final List<EntityType<?>> EXPIRING = List.of(DeviceAuthorization.TYPE, PushedRequest.TYPE, RotatedToken.TYPE, UsedId.TYPE, VerificationCode.TYPE);
    private static final EntityType<WebhookEvent> EVENT = EntityType.of(WebhookEvent.class);
    private static final long PERIOD_SECONDS = 60;
    private static final int BATCH = 500;
    private static final int BATCHES = 20;
    private static final Duration DOCUMENTS = Duration.ofDays(3);
    private static final Duration RECEIVERS = Duration.ofDays(30);

    private final EntityStore store;
    private final Sessions sessions;
    private final int eventDays;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(new Daemon("iam-retention"));

    @Inject
    Retention(EntityStore store, Sessions sessions, Settings settings) {
        this.store = store;
        this.sessions = sessions;
        this.eventDays = settings.integer("iam.webhook.event-days", 30);
    }

    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        timer.scheduleWithFixedDelay(this::clean, PERIOD_SECONDS + ThreadLocalRandom.current().nextLong(PERIOD_SECONDS), PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void clean() {
        try {
            long now = System.currentTimeMillis();
            EXPIRING.forEach(type -> remove(type, Query.where(less("expiresAt", now)).ascending("expiresAt")));
            endSessions(now);
            remove(OutboxDocument.TYPE, Query.where(less("createdAt", now - DOCUMENTS.toMillis())).ascending("createdAt"));
            remove(OutboxReceiver.TYPE, Query.where(equal("backlog", false), less("dueAt", now - RECEIVERS.toMillis())).ascending("dueAt"));
            remove(EVENT, Query.where(less("createdTime", Times.text(Instant.now().minus(Duration.ofDays(eventDays))))).ascending("createdTime"));
        } catch (StoreUnavailableException e) {
            LOG.debug("the store is not available: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("removing what has run out failed", e);
        }
    }

    private void remove(EntityType<?> type, Query query) {
        for (int batch = 0; batch < BATCHES && store.delete(type, query.window(0, BATCH)) == BATCH; batch++) {
            LOG.debug("removed {} rows of {}", BATCH, type);
        }
    }

    /** One at a time, since the rows that list them change too. */
    private void endSessions(long now) {
        store.list(BrowserSession.TYPE, Query.where(less("expiresAt", now)).ascending("expiresAt").window(0, BATCH)).forEach(sessions::end);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
