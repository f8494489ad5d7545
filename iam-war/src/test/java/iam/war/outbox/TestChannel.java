package iam.war.outbox;

import iam.war.Component;
import iam.war.data.OutboxMessage;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A channel whose receivers behave as their tests want. */
@Component
final class TestChannel implements Channel {
    /** What a receiver does. */
    interface Behaviour {
        void receive(OutboxMessage message, String document) throws Throwable;
    }

    /** By the receiver's name. */
    static final Map<String, Behaviour> BEHAVIOURS = new ConcurrentHashMap<>();
    /** Messages that were delivered: receiver and detail. */
    static final List<String> DELIVERED = new CopyOnWriteArrayList<>();

    @Inject
    TestChannel() {
    }

    @Override
    public String id() {
        return "test";
    }

    @Override
    public void deliver(OutboxMessage message, String document) throws Exception {
        try {
            BEHAVIOURS.getOrDefault(message.receiver, (one, text) -> { }).receive(message, document);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        DELIVERED.add(message.receiver + " " + message.detail("n") + document);
    }

    @Override
    public Optional<Duration> retry(OutboxMessage message, int failures, Throwable cause) {
        return message.attempts >= 3 ? Optional.empty() : Optional.of(Duration.ofMillis(20));
    }
}
