package iam.war.outbox;

import static iam.spi.store.Condition.equal;

import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.OutboxMessage;
import iam.war.data.OutboxReceiver;
import iam.war.outbox.Leases.Lease;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers the messages of one receiver in their order, until there are none, one fails, or others have waited long enough. */
@Component
final class ReceiverRun {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiverRun.class);
    private static final int BATCH = 16;
    private static final Duration TURN = Duration.ofSeconds(5);
    /** Who takes longer has his messages removed one by one, so that few are repeated after a crash. */
    private static final long SLOW = Duration.ofMillis(100).toNanos();
    /** After so many failures in a row the log says that a receiver is away. */
    private static final int AWAY = 5;

    private final EntityStore store;
    private final Outbox outbox;
    private final Channels channels;
    private final Leases leases;
    private final DeadLetters deadLetters;

    @Inject
    ReceiverRun(EntityStore store, Outbox outbox, Channels channels, Leases leases, DeadLetters deadLetters) {
        this.store = store;
        this.outbox = outbox;
        this.channels = channels;
        this.leases = leases;
        this.deadLetters = deadLetters;
    }

    /** Serves a receiver. */
    void serve(Lease lease) {
        long end = System.nanoTime() + TURN.toNanos();
        OutboxReceiver receiver = lease.receiver();
        while (System.nanoTime() < end) {
            List<OutboxMessage> messages = backlog(receiver, BATCH);
            if (messages.isEmpty()) {
                finish(lease);
                return;
            }
            if (!deliver(lease, messages)) {
                return;
            }
        }
        leases.release(lease, Map.of());
    }

    /** Delivers some messages, and removes together those that were delivered; false when the receiver is to be left alone. */
    private boolean deliver(Lease lease, List<OutboxMessage> messages) {
        Map<String, String> documents = outbox.documents(messages);
        List<OutboxMessage> delivered = new ArrayList<>();
        try {
            long begin = System.nanoTime();
            for (OutboxMessage message : messages) {
                if (!leases.holds(lease)) {
                    return false;
                }
                String document = documents.getOrDefault(message.document, message.text);
                Throwable failure = attempt(message, document);
                if (failure != null) {
                    remove(delivered);
                    return failed(lease, message, document, failure);
                }
                recovered(lease.receiver());
                delivered.add(message);
                if (System.nanoTime() - begin > SLOW) {
                    remove(delivered);
                    begin = System.nanoTime();
                }
            }
            return true;
        } finally {
            remove(delivered);
        }
    }

    private void remove(List<OutboxMessage> delivered) {
        outbox.remove(delivered);
        delivered.clear();
    }

    private List<OutboxMessage> backlog(OutboxReceiver receiver, int most) {
        return store.list(OutboxMessage.TYPE, Query.where(equal("receiver", receiver.name)).ascending("id").window(0, most));
    }

    /** A message that comes between the last look and the mark is found by the look after the mark. */
    private void finish(Lease lease) {
        leases.release(lease, Map.of("backlog", false));
        if (!backlog(lease.receiver(), 1).isEmpty()) {
            store.updateAll(OutboxReceiver.TYPE, Query.where(equal("name", lease.receiver().name)), Map.of("backlog", true));
        }
    }

    /** Providers are foreign code: whatever they throw, errors included, is a failed delivery and must not end the worker. */
    private Throwable attempt(OutboxMessage message, String document) {
        try {
            channels.of(message.receiver).deliver(message, document);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        } catch (Throwable e) {
            return e;
        }
    }

    private void recovered(OutboxReceiver receiver) {
        if (receiver.failures > 0) {
            store.updateAll(OutboxReceiver.TYPE, Query.where(equal("name", receiver.name)), Map.of("failures", 0));
            if (receiver.failures >= AWAY) {
                LOG.info("receiver {} is back", receiver.name);
            }
            receiver.failures = 0;
        }
    }

    private boolean failed(Lease lease, OutboxMessage message, String document, Throwable failure) {
        OutboxReceiver receiver = lease.receiver();
        receiver.failures++;
        message.attempts++;
        log(receiver, message, failure);
        Optional<Duration> wait = channels.of(receiver.name).retry(message, receiver.failures, failure);
        if (wait.isEmpty()) {
            deadLetters.bury(message, document, failure);
            outbox.remove(List.of(message));
        } else {
            store.updateAll(OutboxMessage.TYPE, Query.where(equal("id", message.id)), Map.of("attempts", message.attempts));
        }
        leases.release(lease, Map.of("failures", receiver.failures, "dueAt", System.currentTimeMillis() + wait.orElse(Duration.ZERO).toMillis()));
        return false;
    }

    private static void log(OutboxReceiver receiver, OutboxMessage message, Throwable failure) {
        LOG.debug("message {} to {} failed, attempt {}", message.id, receiver.name, message.attempts, failure);
        if (receiver.failures == 1 || receiver.failures == AWAY) {
            LOG.warn("message {} to {} could not be delivered, {} failures in a row: {}", message.id, receiver.name, receiver.failures, DeadLetters.reason(failure));
        }
    }
}
