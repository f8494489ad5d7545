package iam.war.retention;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.greater;
import static iam.spi.store.Condition.less;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.api.entity.Token;
import iam.api.entity.Verification;
import iam.api.entity.WebhookEvent;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreUnavailableException;
import iam.war.Component;
import iam.war.Daemon;
import iam.war.authn.Sessions;
import iam.war.config.Settings;
import iam.war.data.DeviceAuthorization;
import iam.war.data.OutboxDocument;
import iam.war.data.OutboxReceiver;
import iam.war.data.PushedRequest;
import iam.war.data.RotatedToken;
import iam.war.data.Times;
import iam.war.data.UsedId;
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
    private static final List<EntityType<?>> EXPIRING = List.of(DeviceAuthorization.TYPE, PushedRequest.TYPE, RotatedToken.TYPE, UsedId.TYPE);
    private static final EntityType<WebhookEvent> EVENT = EntityType.of(WebhookEvent.class);
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final EntityType<Verification> VERIFICATION = EntityType.of(Verification.class);
    private static final EntityType<AuditRecord> RECORD = EntityType.of(AuditRecord.class);
    private static final int PERIOD_SECONDS = 60;
    /** So few rows are locked at a time that nobody waits for them. */
    private static final int BATCH = 500;
    private static final Duration DOCUMENTS = Duration.ofDays(3);
    private static final Duration RECEIVERS = Duration.ofDays(30);

    private final EntityStore store;
    private final Sessions sessions;
    private final int eventDays;
    private final int recordDays;
    private final int tokenDays;
    private final int verificationDays;
    private final int period;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(new Daemon("iam-retention"));

    @Inject
    Retention(EntityStore store, Sessions sessions, Settings settings) {
        this.store = store;
        this.sessions = sessions;
        this.eventDays = settings.integer("iam.webhook.event-days", 30);
        this.recordDays = settings.integer("iam.audit.days", 365);
        this.tokenDays = settings.integer("iam.token.days", 30);
        this.verificationDays = settings.integer("iam.verification.days", 30);
        this.period = Math.max(1, settings.integer("iam.retention.seconds", PERIOD_SECONDS));
    }

    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        timer.scheduleWithFixedDelay(this::clean, period + ThreadLocalRandom.current().nextLong(period), period, TimeUnit.SECONDS);
    }

    void clean() {
        try {
            long now = System.currentTimeMillis();
            EXPIRING.forEach(type -> remove(type, Query.where(less("expiresAt", now)).ascending("expiresAt")));
            endSessions(now);
            remove(OutboxDocument.TYPE, Query.where(less("createdAt", now - DOCUMENTS.toMillis())).ascending("createdAt"));
            remove(OutboxReceiver.TYPE, Query.where(equal("backlog", false), less("dueAt", now - RECEIVERS.toMillis())).ascending("dueAt"));
            remove(EVENT, Query.where(less("createdTime", daysAgo(eventDays))).ascending("createdTime"));
            remove(TOKEN, Query.where(greater("endsAt", 0), less("endsAt", now - Duration.ofDays(tokenDays).toMillis())).ascending("endsAt"));
            remove(VERIFICATION, Query.where(less("expiresAt", now - Duration.ofDays(verificationDays).toMillis())).ascending("expiresAt"));
            if (recordDays > 0) {
                remove(RECORD, Query.where(less("createdTime", daysAgo(recordDays))).ascending("createdTime"));
            }
        } catch (StoreUnavailableException e) {
            LOG.debug("the store is not available: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("removing what has run out failed", e);
        }
    }

    private static String daysAgo(int days) {
        return Times.text(Instant.now().minus(Duration.ofDays(days)));
    }

    private void remove(EntityType<?> type, Query query) {
        int removed = 0;
        int batch = BATCH;
        while (batch == BATCH && !timer.isShutdown()) {
            batch = store.delete(type, query.window(0, BATCH));
            removed += batch;
        }
        if (removed > 0) {
            LOG.debug("removed {} rows of {}", removed, type);
        }
    }

    private void endSessions(long now) {
        int ended = BATCH;
        while (ended == BATCH && !timer.isShutdown()) {
            ended = sessions.endExpired(now, BATCH);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
