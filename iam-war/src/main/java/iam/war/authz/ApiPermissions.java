package iam.war.authz;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.entity.Permission;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.Memberships;
import iam.war.operation.Call;
import iam.war.operation.Subject;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What permissions of resource type {@code API} allow users beyond their rights, inside of the organization that grants them (contract: auth.md section 3.1). */
@Component
final class ApiPermissions {
    private static final EntityType<Permission> PERMISSION = EntityType.of(Permission.class);
    private static final String API = "/api/";

    private final EntityStore store;
    private final Directory directory;
    private final Memberships memberships;

    @Inject
    ApiPermissions(EntityStore store, Directory directory, Memberships memberships) {
        this.store = store;
        this.directory = directory;
        this.memberships = memberships;
    }

    /** Whether such a permission could be for this caller. */
    boolean possible(Caller caller) {
        return caller.user();
    }

    /** Whether a permission allows the call, and none denies it. */
    boolean allow(Call call, Subject subject) {
        String path = call.request().path();
        if (!possible(call.caller()) || subject.organization().isEmpty() || !path.startsWith(API)) {
            return false;
        }
        List<Permission> rules = store.list(PERMISSION, Query.where(equal("owner", subject.organization()), equal("resourceType", "API"), equal("isEnabled", true), equal("state", "Approved")))
                .stream().filter(rule -> names(rule.resources, path.substring(API.length())) && rule.actions != null && rule.actions.contains(call.request().method())).toList();
        if (rules.isEmpty()) {
            return false;
        }
        Set<String> caller = directory.user(call.caller().organization(), call.caller().name()).map(this::names).orElse(Set.of());
        List<Permission> hits = rules.stream().filter(rule -> any(rule.users, caller) || any(rule.groups, caller) || any(rule.roles, caller)).toList();
        return !hits.isEmpty() && hits.stream().allMatch(rule -> rule.effect.equals("Allow"));
    }

    private static boolean names(List<String> resources, String action) {
        return resources != null && (resources.contains(action) || resources.contains("*"));
    }

    /** What a permission may name the user by. */
    private Set<String> names(User user) {
        Set<String> names = new HashSet<>(List.of(user.id(), user.owner + "/*"));
        names.addAll(user.groups == null ? List.of() : user.groups);
        memberships.roles(user).forEach(role -> names.add(role.id()));
        return names;
    }

    private static boolean any(List<String> listed, Set<String> names) {
        return listed != null && listed.stream().anyMatch(names::contains);
    }
}
