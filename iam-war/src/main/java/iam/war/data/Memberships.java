package iam.war.data;

import static iam.spi.store.Condition.has;

import iam.api.EntityType;
import iam.api.entity.Permission;
import iam.api.entity.Role;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles and permissions of a user: his own and those of his groups, permissions also through roles. Found by index, one look-up a group and role. */
@Component
public final class Memberships {
    private static final EntityType<Role> ROLE = EntityType.of(Role.class);
    private static final EntityType<Permission> PERMISSION = EntityType.of(Permission.class);

    private final EntityStore store;

    @Inject
    Memberships(EntityStore store) {
        this.store = store;
    }

    /** The roles of a user, those that contain one of his roles included, without the lists of their users. Only roles of his own organization count. */
    public List<Role> roles(User user) {
        Map<String, Role> found = new LinkedHashMap<>();
        List<Role> next = new ArrayList<>(store.list(ROLE, Query.where(has("users", user.id()))));
        Defaults.present(user.groups).forEach(group -> next.addAll(store.list(ROLE, Query.where(has("groups", group)))));
        while (!next.isEmpty()) {
            Role role = next.remove(0);
            if (role.owner.equals(user.owner) && found.putIfAbsent(role.id(), role) == null) {
                role.users = null;
                next.addAll(store.list(ROLE, Query.where(has("roles", role.id()))));
            }
        }
        return List.copyOf(found.values());
    }

    /** The permissions of a user who has these roles, without the lists of their users. Only permissions of his own organization count. */
    public List<Permission> permissions(User user, List<Role> roles) {
        Map<String, Permission> found = new LinkedHashMap<>();
        add(found, user, "users", user.id());
        Defaults.present(user.groups).forEach(group -> add(found, user, "groups", group));
        roles.forEach(role -> add(found, user, "roles", role.id()));
        return List.copyOf(found.values());
    }

    private void add(Map<String, Permission> found, User user, String list, String member) {
        for (Permission permission : store.list(PERMISSION, Query.where(has(list, member)))) {
            if (permission.owner.equals(user.owner) && found.putIfAbsent(permission.id(), permission) == null) {
                permission.users = null;
                permission.submitter = "";
            }
        }
    }

    /** Fills {@code roles} and {@code permissions} of a user. */
    public void fill(User user) {
        user.roles = roles(user);
        user.permissions = permissions(user, user.roles);
    }
}
