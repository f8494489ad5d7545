package iam.war.logout;

import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.authn.SignOut;
import iam.war.data.BrowserSession;
import iam.war.notify.Notifications;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Signs a user out everywhere, or of one session, and tells who has to know; all of it or nothing, with as many statements for one session as for many. */
@Component
final class SsoLogout {
    private final EntityStore store;
    private final Sessions sessions;
    private final SignOut signOut;
    private final LogoutMessages messages;
    private final Notifications notifications;

    @Inject
    SsoLogout(EntityStore store, Sessions sessions, SignOut signOut, LogoutMessages messages, Notifications notifications) {
        this.store = store;
        this.sessions = sessions;
        this.signOut = signOut;
        this.messages = messages;
        this.notifications = notifications;
    }

    /**
     * What ends.
     *
     * @param user who signs out
     * @param session his session in this browser
     * @param application the application that is known to be his
     * @param tokenHash the hash of the token to name to custom providers, or empty
     * @param issuer the address of the server
     */
    record Ending(User user, Optional<BrowserSession> session, Optional<Application> application, String tokenHash, String issuer) {
    }

    /** Ends all sessions and tokens of the user. */
    void everywhere(Ending ending) {
        store.inTransaction(() -> {
            User user = ending.user();
            List<Token> live = tell(ending);
            signOut.endTokens(user.owner, user.name);
            List<String> ended = sessions.endAll(user.owner, user.name, "");
            finish(ending, ended, live.stream().map(token -> token.accessTokenHash).toList());
            return null;
        });
    }

    /** Ends only the session of this browser; tokens stay. */
    void here(Ending ending) {
        store.inTransaction(() -> {
            tell(ending);
            ending.session().ifPresent(sessions::end);
            finish(ending, ending.session().map(session -> List.of(session.sid)).orElse(List.of()), List.of());
            return null;
        });
    }

    private List<Token> tell(Ending ending) {
        List<Token> live = messages.live(ending.user());
        messages.applications(ending.user(), ending.session().map(session -> session.sid).orElse(""), live.stream().map(token -> token.application).toList(), ending.issuer());
        return live;
    }

    private void finish(Ending ending, List<String> sids, List<String> hashes) {
        notifications.signedOut(ending.user(), sids, hashes);
        ending.application().ifPresent(application -> messages.providers(application, ending.tokenHash()));
    }
}
