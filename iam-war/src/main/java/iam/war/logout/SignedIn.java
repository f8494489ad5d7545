package iam.war.logout;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.greater;
import static iam.spi.store.Condition.notEqual;

import iam.api.EntityType;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.BrowserSession;
import jakarta.inject.Inject;
import java.util.List;

/** What a user is signed in with: rows that no sign-out has ended. Some may have run out. Only what a sign-out needs of them is read, with one statement each. */
@Component
final class SignedIn {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final List<String> OF_TOKENS = List.of("owner", "name", "application", "accessTokenHash", "createdTime", "expiresIn", "issuedAt");
    private static final List<String> OF_SESSIONS = List.of("sid", "expiresAt", "createdAt");

    private final EntityStore store;

    @Inject
    SignedIn(EntityStore store) {
        this.store = store;
    }

    /** Some of his tokens. */
    List<Token> tokens(User user, int most) {
        return store.list(TOKEN, tokens(user).ascending("expiresIn").window(0, most), OF_TOKENS);
    }

    /** His tokens that were issued until a time, in milliseconds since 1970. */
    List<Token> tokensUntil(User user, long until) {
        return store.list(TOKEN, tokens(user), OF_TOKENS).stream().filter(token -> token.issuedAt <= until).toList();
    }

    private static Query tokens(User user) {
        return Query.where(equal("organization", user.owner), equal("user", user.name), greater("expiresIn", 0), notEqual("grantType", Token.CLIENT_CREDENTIALS));
    }

    /** Some of his sessions. */
    List<BrowserSession> sessions(User user, int most) {
        return store.list(BrowserSession.TYPE, sessions(user).ascending("user").window(0, most), OF_SESSIONS);
    }

    /** His sessions that were opened until a time, in milliseconds since 1970. */
    List<BrowserSession> sessionsUntil(User user, long until) {
        return store.list(BrowserSession.TYPE, sessions(user), OF_SESSIONS).stream().filter(session -> session.createdAt <= until).toList();
    }

    private static Query sessions(User user) {
        return Query.where(equal("organization", user.owner), equal("user", user.name));
    }
}
