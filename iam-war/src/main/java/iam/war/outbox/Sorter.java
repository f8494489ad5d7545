package iam.war.outbox;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.in;

import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.OutboxMessage;
import iam.war.data.OutboxReceiver;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Tells the receivers' rows of new messages. The writer of a message does not: a row that every logout changes would make them wait for each other. And workers
 * that look at receivers only are not held up by the backlog of one that is down.
 */
@Component
final class Sorter {
    private static final int BATCH = 200;

    private final EntityStore store;

    @Inject
    Sorter(EntityStore store) {
        this.store = store;
    }

    /** Sorts some messages; says whether there may be more. */
    boolean sort() {
        Query fresh = Query.where(equal("sorted", false)).ascending("id").window(0, BATCH);
        List<OutboxMessage> messages = store.list(OutboxMessage.TYPE, fresh);
        if (!messages.isEmpty()) {
            store.inTransaction(() -> sort(messages));
        }
        return messages.size() == BATCH;
    }

    private int sort(List<OutboxMessage> messages) {
        TreeSet<String> receivers = new TreeSet<>();
        messages.forEach(message -> receivers.add(message.receiver));
        receivers.forEach(this::announce);
        return store.updateAll(OutboxMessage.TYPE, Query.where(in("id", messages.stream().map(message -> message.id).toList())), Map.of("sorted", true));
    }

    private void announce(String name) {
        if (store.updateAll(OutboxReceiver.TYPE, Query.where(equal("name", name)), Map.of("backlog", true)) == 0) {
            OutboxReceiver receiver = new OutboxReceiver();
            receiver.name = name;
            receiver.backlog = true;
            receiver.dueAt = System.currentTimeMillis();
            store.insert(receiver);
        }
    }
}
