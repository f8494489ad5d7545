package iam.war.logout;

import iam.api.EntityType;
import iam.api.entity.Provider;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.OutboxMessage;
import iam.war.outbound.Outbound;
import iam.war.outbox.Channel;
import iam.war.outbox.RefusedDeliveryException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Delivers to the logout addresses of custom OAuth providers. Messages hold the hash of the token, so that no token stands in the outbox. */
@Component
final class CustomProviderChannel implements Channel {
    static final String ID = "provider-logout";

    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final Duration MOST = Duration.ofSeconds(10);

    private final Directory directory;
    private final Outbound outbound;

    @Inject
    CustomProviderChannel(Directory directory, Outbound outbound) {
        this.directory = directory;
        this.outbound = outbound;
    }

    @Override
    public String id() {
        return ID;
    }

    /** A provider that is gone, or has no address any more, is told nothing. */
    @Override
    public void deliver(OutboxMessage message, String document) throws Exception {
        String[] key = addressee(message).split("/", 2);
        Optional<Provider> provider = directory.find(PROVIDER, key).filter(found -> !found.customLogoutUrl.isEmpty());
        if (provider.isPresent()) {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("token", directory.tokenByAccessHash(message.detail("tokenHash")).map(token -> token.accessToken).orElse(""));
            form.put("client_id", provider.get().clientId);
            form.put("client_secret", provider.get().clientSecret);
            RefusedDeliveryException.check(outbound.send(Outbound.form(provider.get().customLogoutUrl, form), MOST));
        }
    }
}
