package iam.war.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.store.EntityStore;
import iam.war.crypto.GrowingIds;
import iam.war.data.OutboxMessage;
import iam.war.testing.TestServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the worker promises, with receivers that fail in every way. */
class OutboxTest {
    private final TestServer server = TestServer.get();
    private final Outbox outbox = server.bean(Outbox.class);
    private final EntityStore store = server.bean(EntityStore.class);
    private final String organization = "org-" + UUID.randomUUID();
    private final String receiver = "test/" + organization;

    private void tell(int number) {
        outbox.add(Outbox.message("test", organization, organization, "tested"), Map.of("n", Integer.toString(number)));
    }

    private List<String> delivered() {
        return TestChannel.DELIVERED.stream().filter(line -> line.startsWith(receiver + " ")).map(line -> line.substring(receiver.length() + 1)).toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void deliversInOrderWhateverFails() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        TestChannel.BEHAVIOURS.put(receiver, (message, document) -> {
            int call = calls.incrementAndGet();
            if (call % 3 == 0) {
                throw call % 2 == 0 ? new IOException("down") : new StackOverflowError("broken");
            }
        });
        IntStream.range(0, 40).forEach(this::tell);
        await(() -> delivered().size() == 40);
        assertEquals(IntStream.range(0, 40).mapToObj(Integer::toString).toList(), delivered());
    }

    @Test
    void deliversAtOnce() throws InterruptedException {
        tell(0);
        await(() -> delivered().size() == 1);
        long begin = System.nanoTime();
        tell(1);
        await(() -> delivered().size() == 2);
        assertTrue(System.nanoTime() - begin < Duration.ofMillis(800).toNanos(), "it waited for the next look");
    }

    @Test
    void tellsNothingThatDidNotHappen() throws InterruptedException {
        assertThrows(IllegalStateException.class, () -> store.inTransaction(() -> {
            tell(1);
            throw new IllegalStateException("crash");
        }));
        tell(2);
        await(() -> !delivered().isEmpty());
        assertEquals(List.of("2"), delivered());
    }

    @Test
    void sharesADocument() throws InterruptedException {
        store.inTransaction(() -> {
            outbox.keep(organization, "the document");
            for (int i = 0; i < 2; i++) {
                OutboxMessage message = Outbox.message("test", organization, organization, "tested");
                message.document = organization;
                outbox.add(message);
            }
            return null;
        });
        await(() -> delivered().size() == 2);
        assertEquals(List.of("the document", "the document"), delivered());
        await(() -> outbox.documents(List.of(with(organization))).isEmpty());
    }

    private static OutboxMessage with(String document) {
        OutboxMessage message = new OutboxMessage();
        message.document = document;
        return message;
    }

    @Test
    void aReceiverThatHangsHoldsUpNobodyElse() throws InterruptedException {
        CountDownLatch free = new CountDownLatch(1);
        TestChannel.BEHAVIOURS.put(receiver + "-slow", (message, document) -> free.await());
        outbox.add(Outbox.message("test", organization + "-slow", organization, "tested"), Map.of("n", "0"));
        tell(1);
        await(() -> !delivered().isEmpty());
        free.countDown();
    }

    @Test
    void whatIsGivenUpIsShownAndSentAgain() throws InterruptedException {
        TestChannel.BEHAVIOURS.put(receiver, (message, document) -> {
            throw new IOException("gone");
        });
        tell(7);
        await(() -> events().size() == 1);
        JsonObject event = events().getJsonObject(0);
        assertEquals(List.of("Failed", receiver, "gone", "{\"n\":\"7\"}"), List.of(event.getString("state"), event.getString("webhook"), event.getString("lastError"), event.getString("payload")));
        TestChannel.BEHAVIOURS.remove(receiver);
        assertEquals("Webhook event replay triggered", server.post(TestServer.ROOT, "replay-webhook-event?id=" + organization + "/" + event.getString("name"), "{}").getString("data"));
        await(() -> !delivered().isEmpty());
        assertEquals(List.of("7"), delivered());
        assertTrue(events().isEmpty());
    }

    private JsonArray events() {
        return server.get(TestServer.ROOT, "get-webhook-events?organization=" + organization).getJsonArray("data");
    }

    @Test
    void idsGrow() {
        List<String> ids = IntStream.range(0, 10_000).mapToObj(number -> GrowingIds.next()).toList();
        assertEquals(ids, ids.stream().sorted().distinct().toList());
        assertFalse(ids.get(0).isEmpty());
        assertEquals(7, UUID.fromString(ids.get(0)).version());
        assertEquals(2, UUID.fromString(ids.get(0)).variant());
    }
}
