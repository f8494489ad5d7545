package iam.war.logout;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.LiveTokens;
import iam.war.authn.Sessions;
import iam.war.crypto.Digests;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Signs one browser out, and tells who has to know; all of it or nothing. */
@Component
final class BrowserLogout {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final EntityStore store;
    private final Directory directory;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final LogoutMessages messages;

    @Inject
    BrowserLogout(EntityStore store, Directory directory, Sessions sessions, SignedIn signedIn, LogoutMessages messages) {
        this.store = store;
        this.directory = directory;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    /**
     * What ends.
     *
     * @param session the session of the browser
     * @param caller the user whom credentials on the call name
     * @param hint the hint
     * @param application the application that is known to be the user's
     * @param issuer the address of the server
     */
    record Ending(Optional<BrowserSession> session, Caller caller, Optional<LogoutHint> hint, Optional<Application> application, String issuer) {
    }

    /** Ends it. */
    void end(Ending ending) {
        store.inTransaction(() -> {
            Optional<User> owner = ending.session().flatMap(session -> directory.user(session.organization, session.user));
            Optional<User> caller = ending.hint().isPresent() || !ending.caller().user() ? Optional.empty() : directory.user(ending.caller().organization(), ending.caller().name());
            Optional<User> hinted = ending.hint().flatMap(this::user);
            owner.ifPresent(user -> tell(ending, user, hinted));
            caller.filter(user -> !same(user, owner)).ifPresent(user -> tell(ending, user, Optional.empty()));
            hinted.filter(user -> !same(user, owner))
                    .ifPresent(user -> messages.applications(user, sid(ending.hint()), Set.of(ending.hint().orElseThrow().application().name), ending.issuer()));
            ending.application().ifPresent(application -> messages.providers(application, tokenHash(ending)));
            ending.hint().flatMap(LogoutHint::token).ifPresent(this::expire);
            ending.session().ifPresent(sessions::end);
            return null;
        });
    }

    /** The applications where a user has a live token, and that of the hint when it is his. */
    private void tell(Ending ending, User user, Optional<User> hinted) {
        Set<String> applications = new LinkedHashSet<>();
        signedIn.tokens(user, Query.ALL).stream().filter(LiveTokens::lasts).forEach(token -> applications.add(token.application));
        if (same(user, hinted)) {
            applications.add(ending.hint().orElseThrow().application().name);
        }
        messages.applications(user, ending.session().map(session -> session.sid).orElse(""), applications, ending.issuer());
    }

    private static boolean same(User user, Optional<User> other) {
        return other.filter(found -> found.owner.equals(user.owner) && found.name.equals(user.name)).isPresent();
    }

    private Optional<User> user(LogoutHint hint) {
        return hint.token().isEmpty() ? directory.userBy(hint.application().organization, "id", hint.userId())
                : hint.token().filter(token -> !LiveTokens.ofApplication(token)).flatMap(token -> directory.user(token.organization, token.user));
    }

    private static String sid(Optional<LogoutHint> hint) {
        return hint.flatMap(LogoutHint::token).map(token -> token.sid).orElse("");
    }

    private static String tokenHash(Ending ending) {
        return ending.hint().map(hint -> hint.token().map(token -> token.accessTokenHash).orElse(""))
                .orElseGet(() -> ending.session().filter(session -> !session.accessToken.isEmpty()).map(session -> Digests.sha256Hex(session.accessToken)).orElse(""));
    }

    private void expire(Token token) {
        store.updateAll(TOKEN, Query.where(equal("owner", token.owner), equal("name", token.name)), Map.of("expiresIn", 0));
    }
}
