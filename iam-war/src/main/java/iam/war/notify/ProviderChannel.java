package iam.war.notify;

import iam.api.EntityType;
import iam.api.entity.Provider;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.OutboxMessage;
import iam.war.outbox.Channel;
import iam.war.outbox.RefusedDeliveryException;
import jakarta.inject.Inject;
import java.util.Optional;

/** Delivers through the stored notification providers, with their stored secrets. */
@Component
final class ProviderChannel implements Channel {
    static final String ID = "notification";

    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);

    private final Directory directory;
    private final Messengers messengers;

    @Inject
    ProviderChannel(Directory directory, Messengers messengers) {
        this.directory = directory;
        this.messengers = messengers;
    }

    @Override
    public String id() {
        return ID;
    }

    /** A provider that has been deleted meanwhile is told nothing. */
    @Override
    public void deliver(OutboxMessage message, String document) throws Exception {
        String[] key = addressee(message).split("/", 2);
        Optional<Provider> provider = directory.find(PROVIDER, key);
        if (provider.isPresent()) {
            RefusedDeliveryException.check(messengers.send(provider.get(), document, ""));
        }
    }
}
