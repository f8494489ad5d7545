package iam.war.factor;

import iam.api.ApiException;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.ProviderItem;
import iam.spi.sender.MessageSender;
import iam.spi.sender.MessageSenderFactory;
import iam.spi.sender.OutgoingMessage;
import iam.spi.sender.OutgoingMessage.Channel;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.ApplicationView;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages through the mail or SMS service of an application; where it has none, the log takes them. */
@Component
public final class Senders {
    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final String FALLBACK = "log";

    private final EntityStore store;
    private final Map<String, MessageSender> senders;

    @Inject
    Senders(EntityStore store, Providers providers) {
        this.store = store;
        this.senders = providers.all(MessageSenderFactory.class, () -> null);
    }

    /**
     * Sends a message to an e-mail address or phone number.
     *
     * @throws ApiException when nobody can send it
     */
    public void send(Application application, String to, String subject, String text) {
        Channel channel = channel(to);
        send(service(application, channel), channel, to, subject, text);
    }

    /** The way to an e-mail address or phone number. */
    static Channel channel(String to) {
        return to.indexOf('@') >= 0 ? Channel.EMAIL : Channel.SMS;
    }

    /**
     * Sends a message through a service.
     *
     * @param service the mail or SMS service; empty for none
     * @throws ApiException when nobody can send it
     */
    void send(Optional<Provider> service, Channel channel, String to, String subject, String text) {
        String id = service.map(found -> found.type.toLowerCase(Locale.ROOT).replace(' ', '-')).orElse(FALLBACK);
        MessageSender sender = senders.get(id);
        if (sender == null) {
            throw new ApiException(Message.NO_SENDER);
        }
        try {
            sender.send(new OutgoingMessage(channel, to, channel == Channel.EMAIL ? subject : "", text, service.map(Senders::settings).orElse(Map.of())));
        } catch (Exception e) {
            LOG.warn("sender {} failed: {}", id, e.toString());
            throw new ApiException(Message.NO_SENDER);
        }
    }

    /** The mail or SMS service of an application. */
    Optional<Provider> service(Application application, Channel channel) {
        String category = channel == Channel.EMAIL ? "Email" : "SMS";
        List<ProviderItem> items = application.providers == null ? List.of() : application.providers;
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Provider> candidates = store.list(PROVIDER, Query.where(Condition.in("name", items.stream().map(item -> item.name).toList())));
        return items.stream().map(item -> ApplicationView.provider(application, item, candidates)).filter(found -> found != null && found.category.equals(category)).findFirst();
    }

    private static Map<String, String> settings(Provider provider) {
        Map<String, String> settings = new HashMap<>();
        for (EntityField field : PROVIDER.stored()) {
            if (field.kind().scalar()) {
                settings.put(field.name(), field.text(provider));
            }
        }
        return settings;
    }
}
