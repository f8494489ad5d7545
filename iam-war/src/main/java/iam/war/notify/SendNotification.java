package iam.war.notify;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Provider;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Target;
import iam.war.outbound.Outbound;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a text through a notification provider, and tells the caller how it went (contract: auth.md section 6). */
@Component
final class SendNotification implements Operations {
    private static final Logger LOG = LoggerFactory.getLogger(SendNotification.class);
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final String CATEGORY = "Notification";

    private final EntityStore store;
    private final Directory directory;
    private final Notifications notifications;
    private final Messengers messengers;

    @Inject
    SendNotification(EntityStore store, Directory directory, Notifications notifications, Messengers messengers) {
        this.store = store;
        this.directory = directory;
        this.notifications = notifications;
        this.messengers = messengers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("POST", "/api/send-notification", "Sends a text through a notification provider").access(Access.ADMIN).target(Target.CALLER).query("provider")
                .run(this::send));
    }

    private Object send(Call call) {
        String name = call.request().query("provider");
        Provider provider = name.isEmpty() ? ofApplication(call.caller()) : named(call.caller(), name);
        Map<String, String> form = call.request().body().jsonTexts();
        try {
            Outbound.Answer answer = messengers.send(provider, form.getOrDefault("content", ""), form.getOrDefault("recipient", ""));
            if (Messengers.refused(provider, answer)) {
                throw new ApiException(Message.NOTIFICATION_REFUSED, answer.status());
            }
            return Envelope.ok(null);
        } catch (IOException e) {
            LOG.warn("provider {} could not be reached: {}", provider.id(), e.getMessage());
            throw new ApiException(Message.NOTIFICATION_UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(Message.NOTIFICATION_UNREACHABLE);
        }
    }

    /** One of an organization that the caller administers, or a shared one. */
    private Provider named(Caller caller, String name) {
        return store.list(PROVIDER, Query.where(equal("name", name)).ascending("owner")).stream()
                .filter(provider -> provider.category.equals(CATEGORY) && (provider.owner.equals(Directory.ADMIN) || caller.administers(provider.owner)))
                .findFirst().orElseThrow(() -> new ApiException(Message.PROVIDER_NOT_FOUND, name));
    }

    private Provider ofApplication(Caller caller) {
        String name = caller.user() ? directory.user(caller.organization(), caller.name()).map(user -> user.signupApplication).orElse("") : caller.name();
        return directory.application(name).flatMap(application -> notifications.providers(application).stream().findFirst())
                .orElseThrow(() -> new ApiException(Message.PROVIDER_OF_CATEGORY_UNKNOWN, CATEGORY, name));
    }
}
