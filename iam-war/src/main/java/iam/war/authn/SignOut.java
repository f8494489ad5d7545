package iam.war.authn;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.greater;
import static iam.spi.store.Condition.notEqual;

import iam.api.EntityType;
import iam.api.entity.Token;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.Map;

/** Ends everything a user is signed in with: his sessions and his tokens. */
@Component
public final class SignOut {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final EntityStore store;
    private final Sessions sessions;

    @Inject
    SignOut(EntityStore store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /**
     * Ends the sessions and tokens of a user, in one transaction.
     *
     * @param organization the user's organization
     * @param user his name
     * @param exceptSid the session that stays; empty for none
     */
    public void endUser(String organization, String user, String exceptSid) {
        store.inTransaction(() -> {
            sessions.endAll(organization, user, exceptSid);
            endTokens(organization, user);
            return null;
        });
    }

    /** Ends the tokens of a user: the rows stay, with no time left. */
    public void endTokens(String organization, String user) {
        if (!user.isEmpty()) {
            store.updateAll(TOKEN, Query.where(equal("organization", organization), equal("user", user), greater("expiresIn", 0), notEqual("grantType", Token.CLIENT_CREDENTIALS)),
                    Map.of("expiresIn", 0));
        }
    }
}
