package iam.war.oauth;

import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.Times;
import iam.war.oauth.Grant.Ask;
import jakarta.inject.Inject;
import java.util.UUID;

/** Signs in somebody who has no account yet, where the application allows it (contract: oauth.md section 2.6). */
@Component
final class GuestSignin {
    /** The code that asks for a guest. */
    static final String CODE = "guest-user";

    private final EntityStore store;
    private final TokenIssuer issuer;

    @Inject
    GuestSignin(EntityStore store, TokenIssuer issuer) {
        this.store = store;
        this.issuer = issuer;
    }

    Token issue(Ask ask) {
        Application application = ask.client().application();
        if (application.organization.equals(Directory.BUILT_IN) || !application.enableGuestSignin || !application.enableSignUp) {
            throw OAuthError.invalidGrant(Message.GUEST_SIGNIN_DISABLED);
        }
        User user = guest(application);
        Order order = new Order(application, user, ask.issuer());
        order.thumbprint = ask.thumbprint();
        order.publicClient = !ask.client().authenticated();
        Token token = issuer.issue(order);
        store.inTransaction(() -> store.insert(user) && store.insert(token));
        return token;
    }

    private static User guest(Application application) {
        User user = new User();
        user.owner = application.organization;
        user.name = "guest_" + UUID.randomUUID();
        user.displayName = user.name;
        user.id = UUID.randomUUID().toString();
        user.createdTime = Times.now();
        user.updatedTime = user.createdTime;
        user.type = "normal-user";
        user.tag = CODE;
        user.signupApplication = application.name;
        user.registerType = "Guest Signup";
        user.registerSource = application.organization + "/" + application.name;
        return user;
    }
}
