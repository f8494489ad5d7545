package iam.war.authn;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.api.entity.Permission;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Cidrs;
import iam.war.data.Directory;
import iam.war.data.Memberships;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The one gate that every way to a session, code or token goes through (contract: oauth.md section 1.1 and 1.3). It asks whether this user may use this
 * application; who he is, and with which factors, was found out before.
 */
@Component
public final class SigninGate {
    private static final EntityType<Permission> PERMISSION = EntityType.of(Permission.class);

    private final EntityStore store;
    private final Directory directory;
    private final Memberships memberships;

    @Inject
    SigninGate(EntityStore store, Directory directory, Memberships memberships) {
        this.store = store;
        this.directory = directory;
        this.memberships = memberships;
    }

    /**
     * Lets a user into an application.
     *
     * @param address the client's address; empty when the user is not there himself, as in a refresh
     * @throws ApiException that says why not
     */
    public void check(User user, Application application, String address) {
        checkState(user);
        Organization organization = directory.organization(application.organization).orElseThrow(() -> new ApiException(Message.ORGANIZATION_UNKNOWN, application.organization));
        if (!address.isEmpty()) {
            checkAddress(address, user.ipWhitelist, application.ipWhitelist, organization.ipWhitelist);
        }
        if (application.disableSignin) {
            throw new ApiException(Message.APPLICATION_SIGNIN_DISABLED, application.name);
        }
        if (organization.disableSignin) {
            throw new ApiException(Message.ORGANIZATION_SIGNIN_DISABLED, organization.name);
        }
        if (!belongs(user, application) || !permitted(user, application)) {
            throw new ApiException(Message.UNAUTHORIZED_OPERATION);
        }
        checkTag(user, application);
    }

    /**
     * Lets a user into an application who is not asked for a password now, so that he can't change the one that he has to change.
     *
     * @throws ApiException that says why not
     */
    public void checkSilently(User user, Application application, String address) {
        check(user, application, address);
        if (user.needUpdatePassword) {
            throw new ApiException(Message.PASSWORD_CHANGE_REQUIRED);
        }
    }

    private static void checkState(User user) {
        if (user.isForbidden) {
            throw new ApiException(Message.USER_FORBIDDEN);
        }
        if (user.isDeleted) {
            throw new ApiException(Message.USER_DELETED);
        }
    }

    private static void checkAddress(String address, String... whitelists) {
        for (String whitelist : whitelists) {
            if (!Cidrs.allows(whitelist, address)) {
                throw new ApiException(Message.IP_BANNED, address);
            }
        }
    }

    private static boolean belongs(User user, Application application) {
        return user.owner.equals(application.organization) || forAll(application) || user.owner.equals(Directory.BUILT_IN);
    }

    /** Whether an application is for users of all organizations. */
    public static boolean forAll(Application application) {
        return !Directory.actsForOne(application) && (application.isShared || !application.orgChoiceMode.isEmpty());
    }

    private boolean permitted(User user, Application application) {
        if (user.owner.equals(Directory.BUILT_IN) || user.isAdmin && user.owner.equals(application.organization)) {
            return true;
        }
        List<Permission> rules = store.list(PERMISSION, Query.where(equal("owner", application.organization), equal("resourceType", "Application"), equal("isEnabled", true),
                equal("state", "Approved"))).stream().filter(rule -> rule.resources != null && rule.resources.contains(application.name)).toList();
        if (rules.isEmpty()) {
            return true;
        }
        Set<String> names = names(user);
        List<Permission> hits = rules.stream().filter(rule -> hits(rule, names)).toList();
        if (hits.stream().anyMatch(rule -> rule.effect.equals("Deny"))) {
            return false;
        }
        return !hits.isEmpty() || rules.stream().anyMatch(rule -> rule.effect.equals("Deny"));
    }

    /** Everything that a permission may name the user by. */
    private Set<String> names(User user) {
        Set<String> names = new HashSet<>(List.of("*", user.owner + "/*", user.id()));
        if (user.groups != null) {
            names.addAll(user.groups);
        }
        memberships.roles(user).forEach(role -> names.add(role.id()));
        return names;
    }

    private static boolean hits(Permission rule, Set<String> names) {
        return anyOf(rule.users, names) || anyOf(rule.groups, names) || anyOf(rule.roles, names);
    }

    private static boolean anyOf(List<String> listed, Set<String> names) {
        return listed != null && listed.stream().anyMatch(names::contains);
    }

    private static void checkTag(User user, Application application) {
        if (application.tags == null || application.tags.isEmpty() || user.isAdmin || user.owner.equals(Directory.BUILT_IN)) {
            return;
        }
        for (String tag : user.tag.split(",")) {
            if (application.tags.contains(tag.trim())) {
                return;
            }
        }
        throw new ApiException(Message.USER_TAG_NOT_LISTED, user.tag);
    }
}
