package iam.war.logout;

import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.authn.SignOut;
import iam.war.data.BrowserSession;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Signs a user out everywhere, or of one session, and tells who has to know; all of it or nothing, with as many statements for one session as for many. */
@Component
final class SsoLogout {
    /** So many sessions or tokens are ended before the answer. Of more only the sign-out itself is written, and the rest is left to a worker. */
    private static final int MOST = 50;

    private final EntityStore store;
    private final Sessions sessions;
    private final SignOut signOut;
    private final SignedIn signedIn;
    private final LogoutMessages messages;
    private final LateSignOutChannel late;

    @Inject
    SsoLogout(EntityStore store, Sessions sessions, SignOut signOut, SignedIn signedIn, LogoutMessages messages, LateSignOutChannel late) {
        this.store = store;
        this.sessions = sessions;
        this.signOut = signOut;
        this.signedIn = signedIn;
        this.messages = messages;
        this.late = late;
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
        /** The id of the session in this browser, or empty. */
        String sid() {
            return session.map(found -> found.sid).orElse("");
        }
    }

    /** Ends all sessions and tokens of the user. */
    void everywhere(Ending ending) {
        User user = ending.user();
        store.inTransaction(() -> {
            List<BrowserSession> browsers = signedIn.sessions(user, MOST + 1);
            List<Token> tokens = browsers.size() > MOST ? List.of() : signedIn.tokens(user, MOST + 1);
            if (browsers.size() > MOST || tokens.size() > MOST) {
                sessions.unlist(user.owner, user.name);
                late.add(ending);
            } else {
                signOut.endUser(user.owner, user.name, "");
                messages.everywhere(ending, tokens, browsers);
            }
            return null;
        });
    }

    /** Ends only the session of this browser; tokens stay. */
    void here(Ending ending) {
        store.inTransaction(() -> {
            List<Token> tokens = signedIn.tokens(ending.user(), Query.ALL);
            ending.session().ifPresent(sessions::end);
            messages.here(ending, tokens);
            return null;
        });
    }
}
