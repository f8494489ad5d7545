package iam.war.signin;

import static iam.spi.store.Condition.equal;

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

    /** Before the user gets anything: where sign-in is exclusive, his tokens of this application end, and his sessions of it. */
    public void before(User user, Application application) {
        if (application.enableExclusiveSignin) {
            store.updateAll(TOKEN, Query.where(equal("organization", user.owner), equal("user", user.name), equal("application", application.name)), Map.of("expiresIn", 0));
            store.list(BrowserSession.TYPE, Query.where(equal("organization", user.owner), equal("user", user.name), equal("application", application.name))).forEach(sessions::end);
        }
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
