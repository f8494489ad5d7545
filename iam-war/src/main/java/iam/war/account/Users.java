package iam.war.account;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.Passwords;
import iam.war.authn.SignOut;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Quotas;
import iam.war.data.Times;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Creates users and changes their passwords, for every part of the server that does. */
@Component
public final class Users {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);
    /** The published web front end adds users with this password where an organization has a default one. */
    private static final String PLACEHOLDER = "123";

    private final EntityStore store;
    private final Directory directory;
    private final Passwords passwords;
    private final UserRules rules;
    private final Quotas quotas;
    private final SignOut signOut;

    @Inject
    Users(EntityStore store, Directory directory, Passwords passwords, UserRules rules, Quotas quotas, SignOut signOut) {
        this.store = store;
        this.directory = directory;
        this.passwords = passwords;
        this.rules = rules;
        this.quotas = quotas;
        this.signOut = signOut;
    }

    /**
     * Checks a new user and fills what the server fills; the password in clear is replaced by its hash. The caller inserts the row, which shows whether somebody
     * else has his name, e-mail address or phone number.
     *
     * @param user the user; {@code registerType} and {@code registerSource} as the caller wants them
     * @return his organization
     * @throws ApiException when he can't be added
     */
    public Organization prepare(User user) {
        quotas.check(USER, Message.USER_QUOTA_EXCEEDED);
        Organization organization = directory.organization(user.owner).orElseThrow(() -> new ApiException(Message.ORGANIZATION_UNKNOWN, user.owner));
        if (!user.name.isEmpty()) {
            UserRules.checkName(organization, user.name);
        }
        try {
            check(organization, user);
        } catch (ApiException e) {
            rules.requireFree(user); // what is taken is told before this; asked only now, since almost nobody gets here
            throw e;
        }
        fill(organization, user);
        return organization;
    }

    private void check(Organization organization, User user) {
        rules.checkNew(user);
        if (store.list(APPLICATION, Query.where(equal("organization", organization.name)).window(0, 1)).isEmpty()) {
            throw new ApiException(Message.ORGANIZATION_WITHOUT_APPLICATION, organization.owner);
        }
        if (user.owner.equals(Directory.BUILT_IN) && !organization.hasPrivilegeConsent && !user.name.equals("admin")) {
            throw new ApiException(Message.BUILT_IN_USERS_DISABLED);
        }
        if (user.name.isEmpty()) {
            throw new ApiException(Message.USER_KEY_EMPTY);
        }
    }

    /**
     * Stores a prepared user.
     *
     * @param user the user
     * @throws ApiException when his name, e-mail address or phone number is taken
     */
    public void insert(User user) {
        store.inTransaction(() -> {
            if (!store.insert(user)) {
                throw new ApiException(Message.USERNAME_ALREADY_EXISTS);
            }
            rules.claim(user, null);
            return null;
        });
    }

    private void fill(Organization organization, User user) {
        user.createdTime = user.createdTime.isEmpty() ? Times.now() : user.createdTime;
        user.updatedTime = user.updatedTime.isEmpty() ? user.createdTime : user.updatedTime;
        user.id = user.id.isEmpty() ? UUID.randomUUID().toString() : user.id;
        user.avatar = user.avatar.isEmpty() ? organization.defaultAvatar : user.avatar;
        user.groups = Defaults.present(user.groups);
        if (user.balanceCurrency.isEmpty()) {
            user.balanceCurrency = organization.balanceCurrency.isEmpty() ? "USD" : organization.balanceCurrency;
        }
        if (user.ranking == 0 && AccountItems.of(organization, "ranking").isPresent()) {
            user.ranking = (int) store.count(USER, Query.where(equal("owner", user.owner))) + 1;
        }
        String password = user.password.equals(PLACEHOLDER) && !organization.defaultPassword.isEmpty() ? organization.defaultPassword : user.password;
        user.passwordType = "";
        user.passwordSalt = "";
        if (!password.isEmpty()) {
            passwords.set(organization, user, password);
        }
    }

    /**
     * Checks a password that is to replace another one.
     *
     * @throws ApiException when the organization does not take it, or it is the one he has
     */
    public void checkNewPassword(User user, String password) {
        checkSpaces(password);
        Organization organization = directory.organization(user.owner).orElseThrow(() -> new ApiException(Message.ORGANIZATION_DOES_NOT_EXIST));
        PasswordRules.check(organization, password);
        if (passwords.verify(organization, user, password)) {
            throw new ApiException(Message.PASSWORD_UNCHANGED);
        }
    }

    /** Refuses a new password with a space in it. */
    public static void checkSpaces(String password) {
        if (password.indexOf(' ') >= 0) {
            throw new ApiException(Message.PASSWORD_HAS_SPACE);
        }
    }

    /**
     * Sets a user's password and ends everything he is signed in with.
     *
     * @param user the stored user; changed along the way
     * @param password the new password, checked before
     * @param exceptSid the session that stays; empty for none
     */
    public void changePassword(User user, String password, String exceptSid) {
        Organization organization = directory.organization(user.owner).orElseThrow(() -> new ApiException(Message.ORGANIZATION_UNKNOWN, user.owner));
        passwords.set(organization, user, password);
        user.needUpdatePassword = false;
        user.lastChangePasswordTime = Times.now();
        store.inTransaction(() -> {
            store.update(USER, USER.keyOf(user), user, List.of("password", "passwordSalt", "passwordType", "needUpdatePassword", "lastChangePasswordTime"));
            signOut.endUser(user.owner, user.name, exceptSid);
            return null;
        });
    }
}
