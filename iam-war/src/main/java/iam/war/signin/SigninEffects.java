package iam.war.signin;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.notEqual;

import iam.api.EntityType;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.PasswordCheck;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Times;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a sign-in that has passed all its steps changes, whichever way it came. */
@Component
public final class SigninEffects {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final EntityStore store;
    private final Sessions sessions;
    private final PasswordCheck passwords;

    @Inject
    SigninEffects(EntityStore store, Sessions sessions, PasswordCheck passwords) {
        this.store = store;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    /**
     * Gives the user what he gets. Where sign-in is exclusive, his tokens of this application end before, and his sessions of it. His row is written first, as it
     * is, so that sign-ins at the same time wait for each other.
     *
     * @param admission opens his session or makes his tokens; may be called again when a transaction is repeated
     */
    public <T> T admit(User user, Application application, Supplier<T> admission) {
        return application.enableExclusiveSignin ? store.inTransaction(() -> {
            store.update(USER, USER.keyOf(user), user, List.of("lastSigninIp"));
            store.updateAll(TOKEN, Query.where(equal("organization", user.owner), equal("user", user.name), equal("application", application.name),
                    notEqual("grantType", Token.CLIENT_CREDENTIALS)), Map.of("expiresIn", 0));
            sessions.end(store.list(BrowserSession.TYPE, Query.where(equal("organization", user.owner), equal("user", user.name), equal("application", application.name))));
            return admission.get();
        }) : admission.get();
    }

    /** Written after the tokens are made, so that they show the sign-in before this one. */
    public void after(User user, String address) {
        passwords.forgive(user);
        User changed = USER.create();
        changed.lastSigninTime = Times.now();
        changed.lastSigninIp = address;
        store.update(USER, USER.keyOf(user), changed, List.of("lastSigninTime", "lastSigninIp"));
    }
}
