package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.entity.AccessKey;
import iam.api.entity.Application;
import iam.api.entity.Invitation;
import iam.api.entity.Organization;
import iam.api.entity.Permission;
import iam.api.entity.Resource;
import iam.api.entity.Session;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.BrowserSession;
import iam.war.data.Defaults;
import jakarta.inject.Inject;
import java.util.List;

/** Lets everything that names an application follow its rename. */
@Component
final class ApplicationRename {
    private static final EntityType<Permission> PERMISSION = EntityType.of(Permission.class);
    private static final EntityType<Session> SESSION = EntityType.of(Session.class);

    private final EntityStore store;
    private final References references;

    @Inject
    ApplicationRename(EntityStore store, References references) {
        this.store = store;
        this.references = references;
    }

    void apply(Application before, String name) {
        references.replaceEverywhere(EntityType.of(Organization.class), "defaultApplication", before.name, name);
        references.replaceEverywhere(EntityType.of(User.class), "signupApplication", before.name, name);
        references.replaceEverywhere(EntityType.of(Token.class), "application", before.name, name);
        references.replaceEverywhere(BrowserSession.TYPE, "application", before.name, name);
        references.replaceEverywhere(EntityType.of(Resource.class), "application", before.name, name);
        references.replaceEverywhere(EntityType.of(AccessKey.class), "application", before.name, name);
        references.replaceEverywhere(EntityType.of(Invitation.class), "application", before.name, name);
        for (Session row : store.list(SESSION, Query.where(equal("application", before.name)))) {
            var key = SESSION.keyOf(row);
            row.application = name;
            store.update(SESSION, key, row, List.of("application"));
        }
        for (Permission permission : store.list(PERMISSION, Query.where(equal("owner", before.organization), equal("resourceType", "Application")))) {
            if (Defaults.present(permission.resources).contains(before.name)) {
                permission.resources = permission.resources.stream().map(resource -> resource.equals(before.name) ? name : resource).toList();
                store.update(PERMISSION, PERMISSION.keyOf(permission), permission, List.of("resources"));
            }
        }
    }
}
