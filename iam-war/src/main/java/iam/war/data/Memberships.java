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

    /** The roles of a user, without the lists of their users. */
    public List<Role> roles(User user) {
        Map<String, Role> roles = new LinkedHashMap<>();
        add(roles, store.list(ROLE, Query.where(has("users", user.id()))));
        for (String group : groups(user)) {
            add(roles, store.list(ROLE, Query.where(has("groups", group))));
        }
        roles.values().forEach(role -> role.users = null);
        return new ArrayList<>(roles.values());
    }

    private static void add(Map<String, Role> roles, List<Role> found) {
        found.forEach(role -> roles.putIfAbsent(role.id(), role));
    }

    /** The permissions of a user who has these roles, without the lists of their users. */
    public List<Permission> permissions(User user, List<Role> roles) {
        Map<String, Permission> permissions = new LinkedHashMap<>();
        put(permissions, store.list(PERMISSION, Query.where(has("users", user.id()))));
        for (String group : groups(user)) {
            put(permissions, store.list(PERMISSION, Query.where(has("groups", group))));
        }
        for (Role role : roles) {
            put(permissions, store.list(PERMISSION, Query.where(has("roles", role.id()))));
        }
        permissions.values().forEach(permission -> {
            permission.users = null;
            permission.submitter = "";
        });
        return new ArrayList<>(permissions.values());
    }

    private static void put(Map<String, Permission> permissions, List<Permission> found) {
        found.forEach(permission -> permissions.putIfAbsent(permission.id(), permission));
    }

    private static List<String> groups(User user) {
        return user.groups == null ? List.of() : user.groups;
    }

    /** Fills {@code roles} and {@code permissions} of a user. */
    public void fill(User user) {
        user.roles = roles(user);
        user.permissions = permissions(user, user.roles);
    }
}
