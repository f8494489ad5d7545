package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.entity.AccessKey;
import iam.api.entity.Permission;
import iam.api.entity.Resource;
import iam.api.entity.Role;
import iam.api.entity.Session;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.SignOut;
import iam.war.data.BrowserSession;
import iam.war.data.LateSignOut;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What follows when a user is renamed, forbidden, given a new password or deleted. */
@Component
final class UserChanges {
    private static final EntityType<Role> ROLE = EntityType.of(Role.class);
    private static final EntityType<Permission> PERMISSION = EntityType.of(Permission.class);
    private static final EntityType<Session> SESSION = EntityType.of(Session.class);
    private static final EntityType<AccessKey> KEY = EntityType.of(AccessKey.class);
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final EntityStore store;
    private final SignOut signOut;
    private final References references;

    @Inject
    UserChanges(EntityStore store, SignOut signOut, References references) {
        this.store = store;
        this.signOut = signOut;
        this.references = references;
    }

    /** Applies what follows; {@code after} is null when the user is gone. */
    void apply(Caller caller, User before, User after) {
        if (after == null || locked(before, after)) {
            signOut.endUser(before.owner, before.name, "");
        } else if (!before.password.equals(after.password)) {
            signOut.endUser(before.owner, before.name, caller.is(before.owner, before.name) ? caller.sessionId() : "");
        }
        if (after == null) {
            store.delete(KEY, Query.where(equal("owner", before.owner), equal("user", before.name)));
        }
        if (after == null || !after.id().equals(before.id())) {
            references.replaceInList(ROLE, "users", before.id(), after == null ? "" : after.id());
            references.replaceInList(PERMISSION, "users", before.id(), after == null ? "" : after.id());
        }
        if (after != null && !after.id().equals(before.id())) {
            move(before, after);
        }
    }

    private static boolean locked(User before, User after) {
        return after.isForbidden && !before.isForbidden || after.isDeleted && !before.isDeleted;
    }

    /** Sessions, tokens, keys and files stay the user's under his new name. */
    private void move(User before, User after) {
        store.updateAll(TOKEN, owned("organization", before), Map.of("organization", after.owner, "user", after.name));
        store.updateAll(BrowserSession.TYPE, owned("organization", before), Map.of("organization", after.owner, "user", after.name));
        store.updateAll(LateSignOut.TYPE, owned("organization", before), Map.of("organization", after.owner, "user", after.name));
        store.updateAll(EntityType.of(Resource.class), owned("owner", before), Map.of("user", after.name));
        store.updateAll(KEY, owned("owner", before), Map.of("user", after.name));
        for (Session row : store.list(SESSION, Query.where(equal("owner", before.owner), equal("name", before.name)))) {
            var key = SESSION.keyOf(row);
            row.owner = after.owner;
            row.name = after.name;
            store.update(SESSION, key, row, List.of("owner", "name"));
        }
    }

    private static Query owned(String organization, User user) {
        return Query.where(equal(organization, user.owner), equal("user", user.name));
    }
}
