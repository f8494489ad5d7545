package iam.war.notify;

import static iam.spi.store.Condition.in;

import iam.api.EntityType;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.ProviderItem;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.ApplicationView;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.OutboxMessage;
import iam.war.outbox.Outbox;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the notification providers of a user's sign-up application, and the server's own sinks, of his sign-out (contract: auth.md section 6). */
@Component
public final class Notifications {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);

    private final EntityStore store;
    private final Directory directory;
    private final Outbox outbox;
    private final Sinks sinks;

    @Inject
    Notifications(EntityStore store, Directory directory, Outbox outbox, Sinks sinks) {
        this.store = store;
        this.directory = directory;
        this.outbox = outbox;
        this.sinks = sinks;
    }

    /**
     * Tells of a sign-out, in the transaction of the caller.
     *
     * @param user whose
     * @param sessionIds the sessions that end
     * @param hashes the SHA-256 of the access tokens that end
     */
    public void signedOut(User user, List<String> sessionIds, List<String> hashes) {
        Optional<Application> application = directory.application(user.signupApplication);
        List<OutboxMessage> messages = new ArrayList<>();
        application.map(this::usable).orElse(List.of()).forEach(provider -> messages.add(message(ProviderChannel.ID, provider.id(), user)));
        sinks.ids().forEach(id -> messages.add(message(SinkChannel.ID, id, user)));
        if (messages.isEmpty()) {
            return;
        }
        String nonce = UUID.randomUUID().toString();
        outbox.add(messages, nonce, NotificationDocument.write(user, sessionIds, hashes, nonce, application.map(found -> found.clientSecret).orElse("")));
    }

    private static OutboxMessage message(String channel, String receiver, User user) {
        return Outbox.message(channel, receiver, user.owner, NotificationDocument.EVENT);
    }

    private List<Provider> usable(Application application) {
        return providers(application).stream().filter(provider -> {
            boolean known = Messengers.know(provider.type);
            if (!known) {
                LOG.warn("provider {} is left out: notification type {} is unknown", provider.id(), provider.type);
            }
            return known;
        }).toList();
    }

    /** The notification providers of an application, in its order. */
    List<Provider> providers(Application application) {
        Set<String> names = Defaults.present(application.providers).stream().map(item -> item.name).collect(Collectors.toSet());
        if (names.isEmpty()) {
            return List.of();
        }
        List<Provider> candidates = store.list(PROVIDER, Query.where(in("name", names)));
        List<Provider> found = new ArrayList<>();
        for (ProviderItem item : application.providers) {
            Provider provider = ApplicationView.provider(application, item, candidates);
            if (provider != null && provider.category.equals("Notification")) {
                found.add(provider);
            }
        }
        return found;
    }
}
