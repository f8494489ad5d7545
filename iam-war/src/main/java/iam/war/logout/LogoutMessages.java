package iam.war.logout;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.greater;
import static iam.spi.store.Condition.in;

import iam.api.EntityType;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.ProviderItem;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.LiveTokens;
import iam.war.data.ApplicationView;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.outbox.Outbox;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells applications that a user has signed out (OpenID Connect Back-Channel Logout 1.0), and the custom OAuth providers that he may have come from (contract:
 * auth.md section 6). In the transaction of the caller.
 */
@Component
final class LogoutMessages {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final List<String> NEEDED = List.of("application", "accessTokenHash", "createdTime", "expiresIn");
    private static final String EVENT = "logout";

    private final EntityStore store;
    private final Directory directory;
    private final Outbox outbox;

    @Inject
    LogoutMessages(EntityStore store, Directory directory, Outbox outbox) {
        this.store = store;
        this.directory = directory;
        this.outbox = outbox;
    }

    /** The tokens of a user that have not ended: application and hash of each, with one statement however many there are. */
    List<Token> live(User user) {
        Query query = Query.where(equal("organization", user.owner), equal("user", user.name), greater("expiresIn", 0));
        return store.list(TOKEN, query, NEEDED).stream().filter(LiveTokens::lasts).toList();
    }

    /**
     * Tells applications, each once.
     *
     * @param user who signs out
     * @param sid the session that ends; empty when none does
     * @param applications their names; some may be gone or want to know nothing
     * @param issuer the address of the server
     */
    void applications(User user, String sid, Collection<String> applications, String issuer) {
        applications.stream().distinct().forEach(name -> directory.application(name).filter(application -> !application.backchannelLogoutUri.isEmpty())
                .ifPresent(application -> outbox.add(Outbox.message(BackchannelChannel.ID, application.name, user.owner, EVENT),
                        Map.of("sub", user.id, "sid", sid, "iss", issuer, "jti", Directory.ADMIN + "/" + UUID.randomUUID()))));
    }

    /**
     * Tells custom OAuth providers.
     *
     * @param application where the user was signed in
     * @param tokenHash the SHA-256 of the token to name; empty for none
     */
    void providers(Application application, String tokenHash) {
        List<String> names = Defaults.present(application.providers).stream().map(item -> item.name).toList();
        List<Provider> candidates = names.isEmpty() ? List.of() : store.list(PROVIDER, Query.where(in("name", names)));
        for (ProviderItem item : Defaults.present(application.providers)) {
            Provider provider = ApplicationView.provider(application, item, candidates);
            if (provider != null && provider.category.equals("OAuth") && provider.type.startsWith("Custom") && !provider.customLogoutUrl.isEmpty()) {
                outbox.add(Outbox.message(CustomProviderChannel.ID, provider.id(), application.organization, EVENT), Map.of("tokenHash", tokenHash));
            }
        }
    }
}
