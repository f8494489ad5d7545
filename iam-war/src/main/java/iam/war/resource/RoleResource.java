package iam.war.resource;

import iam.api.EntityType;
import iam.api.entity.Permission;
import iam.api.entity.Role;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.data.Defaults;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import jakarta.inject.Inject;
import java.util.Set;

/** Roles: members are written as {@code owner/name}; other roles and permissions follow a rename. */
@Component
final class RoleResource extends Crud<Role> {
    private static final EntityType<Permission> PERMISSION = EntityType.of(Permission.class);

    private final References references;

    @Inject
    RoleResource(EntityStore store, References references) {
        super(EntityType.of(Role.class), store);
        this.references = references;
    }

    @Override
    protected void adding(Call call, Role role) {
        checkMembers(role);
    }

    @Override
    protected Set<String> updating(Call call, Role stored, Role sent) {
        checkMembers(sent);
        return Set.of();
    }

    private static void checkMembers(Role role) {
        Defaults.present(role.users).forEach(Ids::pair);
        Defaults.present(role.groups).forEach(Ids::pair);
        Defaults.present(role.roles).forEach(Ids::pair);
    }

    @Override
    protected void changed(Call call, Role before, Role after) {
        if (before != null && (after == null || !after.id().equals(before.id()))) {
            String renamed = after == null ? "" : after.id();
            references.replaceInList(type, "roles", before.id(), renamed);
            references.replaceInList(PERMISSION, "roles", before.id(), renamed);
        }
    }
}
