package iam.spi.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every notification sink has to do. Extend it, give it your factory, its settings, and a real receiver; a sink whose receiver can't be asked what it has
 * got answers null to {@link #received()}.
 */
public abstract class NotificationSinkContract {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    /** The sink under test. */
    protected NotificationSink sink;

    /** The factory under test. */
    protected abstract NotificationSinkFactory factory();

    /** Settings by the last part of their keys; those with a default may be left out. */
    protected abstract Map<String, String> settings();

    /** The ids of the notifications that the receiver has got, in their order; null when it can't tell. */
    protected abstract List<String> received() throws Exception;

    /** Makes the receiver refuse or unreachable; false when there is no such thing. */
    protected boolean breakReceiver() throws Exception {
        return false;
    }

    /** Undoes {@link #breakReceiver()}. */
    protected void repairReceiver() throws Exception {
    }

    /** Makes the sink. */
    @BeforeEach
    protected void makeSink() {
        Map<String, String> values = new HashMap<>();
        for (ConfigProperty property : factory().config()) {
            if (!property.defaultValue().isEmpty()) {
                values.put(property.name(), property.defaultValue());
            }
        }
        values.putAll(settings());
        sink = factory().create(new Config(values), null);
    }

    /** Closes the sink. */
    @AfterEach
    protected void closeSink() {
        sink.close();
    }

    /** A notification of a sign-out of some sessions. */
    protected static Notification notification(String id, int sessions) {
        List<String> ids = IntStream.range(0, sessions).mapToObj(number -> String.format("%032x", number)).toList();
        List<String> hashes = IntStream.range(0, sessions).mapToObj(number -> String.format("%064x", number)).toList();
        String document = "{\"owner\":\"built-in\",\"name\":\"größe 漢字\",\"event\":\"sso-logout\",\"sessionIds\":" + json(ids) + ",\"accessTokenHashes\":" + json(hashes)
                + ",\"nonce\":\"" + id + "\",\"timestamp\":1700000000,\"signature\":\"\"}";
        return new Notification(id, "sso-logout", "built-in", "größe 漢字", ids, hashes, document);
    }

    private static String json(List<String> texts) {
        return texts.isEmpty() ? "[]" : "[\"" + String.join("\",\"", texts) + "\"]";
    }

    private void assertReceived(List<String> expected) throws Exception {
        List<String> received = received();
        if (received != null) {
            assertEquals(expected, received);
        }
    }

    @Test
    void factoryIsWellFormed() {
        assertEquals("notification", factory().kind());
        assertTrue(factory().id().matches("[a-z0-9]+(-[a-z0-9]+)*"), factory().id());
        for (ConfigProperty property : factory().config()) {
            assertTrue(property.name().matches("[a-z0-9]+([.-][a-z0-9]+)*"), property.name());
            assertTrue(!property.description().isEmpty(), property.name() + " has no description");
        }
    }

    @Test
    void deliversInOrder() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(UUID.randomUUID().toString());
            sink.deliver(notification(ids.get(i), i));
        }
        assertReceived(ids);
    }

    @Test
    void deliversARepeatAgainUnderTheSameId() throws Exception {
        String id = UUID.randomUUID().toString();
        sink.deliver(notification(id, 1));
        sink.deliver(notification(id, 1));
        assertReceived(List.of(id, id));
    }

    @Test
    void deliversManySessions() throws Exception {
        String id = UUID.randomUUID().toString();
        long begin = System.nanoTime();
        sink.deliver(notification(id, 10_000));
        assertTrue(System.nanoTime() - begin < DEADLINE.toNanos(), "slower than the server waits");
        assertReceived(List.of(id));
    }

    @Test
    void throwsWhenTheReceiverHasItNotAndDeliversLater() throws Exception {
        Assumptions.assumeTrue(breakReceiver());
        String id = UUID.randomUUID().toString();
        assertThrows(Exception.class, () -> sink.deliver(notification(id, 1)));
        repairReceiver();
        sink.deliver(notification(id, 1));
        assertReceived(List.of(id));
    }

    @Test
    void saysHowItIs() {
        assertTrue(sink.health() != null);
    }

    @Test
    void closesTwice() {
        sink.close();
    }
}
