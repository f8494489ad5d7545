package iam.war.logout;

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
import iam.war.data.BrowserSession;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.notify.Notifications;
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
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final String EVENT = "logout";

    private final EntityStore store;
    private final Directory directory;
    private final Outbox outbox;
    private final Notifications notifications;

    @Inject
    LogoutMessages(EntityStore store, Directory directory, Outbox outbox, Notifications notifications) {
        this.store = store;
        this.directory = directory;
        this.outbox = outbox;
        this.notifications = notifications;
    }

    /** Tells of a single sign-out, with the tokens and sessions that it ends. Those that have run out are left out. */
    void everywhere(SsoLogout.Ending ending, List<Token> tokens, List<BrowserSession> sessions) {
        long now = System.currentTimeMillis();
        List<Token> live = tokens.stream().filter(LiveTokens::lasts).toList();
        List<String> sids = sessions.stream().filter(session -> session.expiresAt > now).map(session -> session.sid).toList();
        tell(ending, live, sids, live.stream().map(token -> token.accessTokenHash).toList());
    }

    /** Tells of the end of one session, applications where the user has a token too; the tokens stay. */
    void here(SsoLogout.Ending ending, List<Token> tokens) {
        tell(ending, tokens.stream().filter(LiveTokens::lasts).toList(), ending.session().map(session -> List.of(session.sid)).orElse(List.of()), List.of());
    }

    private void tell(SsoLogout.Ending ending, List<Token> live, List<String> sids, List<String> hashes) {
        applications(ending.user(), ending.sid(), live.stream().map(token -> token.application).toList(), ending.issuer());
        notifications.signedOut(ending.user(), sids, hashes);
        ending.application().ifPresent(application -> providers(application, ending.tokenHash()));
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
