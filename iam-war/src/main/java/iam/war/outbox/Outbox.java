package iam.war.outbox;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.in;

import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.GrowingIds;
import iam.war.data.OutboxDocument;
import iam.war.data.OutboxMessage;
import iam.war.data.OutboxReceiver;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be told to the outside. Messages are written in the transaction that causes them, so that they exist exactly when it does; a worker of some node
 * delivers them at least once, in the order in which they were written for each receiver.
 */
@Component
public final class Outbox {
    /** So many characters are kept with the message. */
    private static final int SHORT = 4_000;

    private final EntityStore store;
    private final Pulse pulse;

    @Inject
    Outbox(EntityStore store, Pulse pulse) {
        this.store = store;
        this.pulse = pulse;
    }

    /**
     * Begins a message.
     *
     * @param channel the channel
     * @param receiver the receiver's name there
     * @param organization whose it is
     * @param event what happened
     */
    public static OutboxMessage message(String channel, String receiver, String organization, String event) {
        OutboxMessage message = new OutboxMessage();
        message.id = GrowingIds.next();
        message.receiver = channel + "/" + receiver;
        message.organization = organization;
        message.event = event;
        message.createdAt = System.currentTimeMillis();
        return message;
    }

    /** Adds a message, in the transaction of the caller. */
    public void add(OutboxMessage message) {
        store.insert(message);
        pulse.wake();
    }

    /** Adds messages that all deliver the same document, in the transaction of the caller. */
    public void add(List<OutboxMessage> messages, String id, String document) {
        if (messages.size() == 1 && document.length() <= SHORT) {
            messages.get(0).text = document;
        } else {
            keep(id, document);
            messages.forEach(message -> message.document = id);
        }
        messages.forEach(this::add);
    }

    /** Adds a message with details for its channel. */
    public void add(OutboxMessage message, Map<String, String> details) {
        message.details = details;
        add(message);
    }

    /** Adds a message again that an administrator wants sent now, or hastens it when it waits already; in the transaction of the caller. */
    public void resend(OutboxMessage message) {
        store.updateAll(OutboxReceiver.TYPE, Query.where(equal("name", message.receiver)), Map.of("dueAt", System.currentTimeMillis()));
        add(message);
    }

    /**
     * Keeps a document that messages will name, in the transaction of the caller.
     *
     * @param id its id
     * @param text its text
     */
    public void keep(String id, String text) {
        OutboxDocument document = new OutboxDocument();
        document.id = id;
        document.text = text;
        document.createdAt = System.currentTimeMillis();
        store.insert(document);
    }

    /** The texts of the documents that messages name, by id. */
    Map<String, String> documents(List<OutboxMessage> messages) {
        Set<String> ids = named(messages);
        List<OutboxDocument> documents = ids.isEmpty() ? List.of() : store.list(OutboxDocument.TYPE, Query.where(in("id", ids)));
        return documents.stream().collect(Collectors.toMap(document -> document.id, document -> document.text));
    }

    /** Removes messages, and the documents that no other message names. */
    void remove(List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        store.delete(OutboxMessage.TYPE, Query.where(in("id", messages.stream().map(message -> message.id).toList())));
        Set<String> documents = named(messages);
        if (!documents.isEmpty()) {
            documents.removeAll(named(store.list(OutboxMessage.TYPE, Query.where(in("document", documents)), List.of("document"))));
            store.delete(OutboxDocument.TYPE, Query.where(in("id", documents)));
        }
    }

    private static Set<String> named(List<OutboxMessage> messages) {
        return messages.stream().map(message -> message.document).filter(document -> !document.isEmpty()).collect(Collectors.toCollection(HashSet::new));
    }
}
