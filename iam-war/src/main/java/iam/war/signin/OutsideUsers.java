package iam.war.signin;

import iam.api.ApiException;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.spi.identity.Identity;
import iam.war.Component;
import iam.war.account.Users;
import iam.war.authn.Identities;
import iam.war.authn.Identities.Found;
import iam.war.authn.SigninGate;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a row for a user whom an identity source knows, when he signs in for the first time. */
@Component
final class OutsideUsers {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideUsers.class);

    private final Identities identities;
    private final Users users;

    @Inject
    OutsideUsers(Identities identities, Users users) {
        this.identities = identities;
        this.users = users;
    }

    /** The new user, or empty when no source knows him, his password is wrong, or he can't be added. */
    Optional<User> add(Application application, LoginForm form) {
        boolean serves = form.organization.equals(application.organization) || SigninGate.forAll(application);
        return form.password.isEmpty() || !serves ? Optional.empty() : identities.find(form.organization, form.username, form.password).flatMap(found -> insert(application, form.organization, found));
    }

    private Optional<User> insert(Application application, String organization, Found found) {
        User user = user(application, organization, found);
        try {
            users.prepare(user);
            users.insert(user);
            return Optional.of(user);
        } catch (ApiException e) {
            LOG.warn("user {}/{} of an identity source can't be added: {}", organization, user.name, e.getMessage());
            return Optional.empty();
        }
    }

    private static User user(Application application, String organization, Found found) {
        Identity identity = found.identity();
        User user = new User();
        user.owner = organization;
        user.name = identity.name();
        user.displayName = identity.displayName().isEmpty() ? identity.name() : identity.displayName();
        user.email = identity.email();
        user.phone = identity.phone();
        user.externalId = found.externalId();
        user.type = "normal-user";
        user.signupApplication = application.name;
        user.registerType = "Identity Source";
        user.registerSource = found.externalId();
        return user;
    }
}
