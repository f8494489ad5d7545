package iam.war.enforce;

import static iam.spi.store.Condition.has;

import iam.api.EntityType;
import iam.api.entity.Permission;
import iam.api.entity.Role;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Memberships;
import iam.war.data.Times;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes permissions as Casbin policies, as far as they concern one subject: his own rows, those of his groups and roles. */
@Component
final class PermissionPolicies {
    private static final EntityType<Role> ROLE = EntityType.of(Role.class);

    private final EntityStore store;
    private final Directory directory;
    private final Memberships memberships;
    private final Models models;

    @Inject
    PermissionPolicies(EntityStore store, Directory directory, Memberships memberships, Models models) {
        this.store = store;
        this.directory = directory;
        this.memberships = memberships;
        this.models = models;
    }

    /**
     * The subject of a request with what he belongs to.
     *
     * @param id the text that the request names him by
     * @param groups ids of his groups
     * @param roles ids of his enabled roles
     */
    record Subject(String id, List<String> groups, List<String> roles) {
        boolean in(Permission permission) {
            List<String> users = Defaults.present(permission.users);
            return users.contains(id) || users.contains("*") || users.contains(permission.owner + "/*") && id.startsWith(permission.owner + "/")
                    || Defaults.present(permission.groups).stream().anyMatch(groups::contains);
        }
    }

    /** Looks up what a subject belongs to; a text that names nobody belongs to what lists it. */
    Subject subject(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length != 2) {
            return new Subject(id, List.of(), store.list(ROLE, Query.where(has("users", id))).stream().filter(role -> role.isEnabled).map(Role::id).toList());
        }
        User user = directory.user(parts[0], parts[1]).orElseGet(() -> {
            User nobody = new User();
            nobody.owner = parts[0];
            nobody.name = parts[1];
            return nobody;
        });
        return new Subject(id, Defaults.present(user.groups), memberships.roles(user).stream().map(Role::id).toList());
    }

    /** Model and policies of permissions that share a model, for one subject. */
    PolicySet of(String modelText, List<Permission> permissions, Subject subject) {
        Models.Shape shape = models.shape(modelText);
        List<List<String>> policies = new ArrayList<>();
        List<List<String>> roles = new ArrayList<>();
        for (Permission permission : permissions) {
            if (effective(permission)) {
                if (subject.in(permission)) {
                    add(policies, permission, subject.id(), shape);
                }
                for (String role : Defaults.present(permission.roles)) {
                    if (subject.roles().contains(role)) {
                        add(policies, permission, role, shape);
                        link(roles, permission, subject.id(), role, shape);
                    }
                }
            }
        }
        return new PolicySet(modelText, policies, roles);
    }

    /** Whether a permission counts now: enabled, approved and not over. */
    static boolean effective(Permission permission) {
        boolean approved = permission.state.isEmpty() || permission.state.equals("Approved");
        boolean over = !permission.expireTime.isEmpty() && Times.parse(permission.expireTime).filter(end -> end.isAfter(Instant.now())).isEmpty();
        return permission.isEnabled && approved && !over;
    }

    /** A model without effects can't express a refusal; there a permission that denies just does not allow. */
    private static void add(List<List<String>> policies, Permission permission, String member, Models.Shape shape) {
        String effect = permission.effect.isEmpty() ? "allow" : permission.effect.toLowerCase(Locale.ROOT);
        if (!shape.effects() && !effect.equals("allow")) {
            return;
        }
        for (String resource : Defaults.present(permission.resources)) {
            for (String action : Defaults.present(permission.actions)) {
                for (String cased : List.of(action, action.toLowerCase(Locale.ROOT))) {
                    policies.add(List.of("p", member, resource, cased, effect));
                }
            }
        }
    }

    private static void link(List<List<String>> roles, Permission permission, String member, String role, Models.Shape shape) {
        if (!shape.domains()) {
            roles.add(List.of("g", member, role));
        }
        Defaults.present(permission.domains).forEach(domain -> roles.add(List.of("g", member, role, domain)));
    }
}
