package iam.war.resource;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.authn.PasswordCheck;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Phones;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What administrators do with users beside changing them. */
@Component
final class UserActions implements Operations {
    private static final EntityType<User> USER = EntityType.of(User.class);

    private final EntityStore store;
    private final Directory directory;
    private final PasswordCheck passwords;
    private final UserTargets targets;

    @Inject
    UserActions(EntityStore store, Directory directory, PasswordCheck passwords, UserTargets targets) {
        this.store = store;
        this.directory = directory;
        this.passwords = passwords;
        this.targets = targets;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/api/check-user-password", "Checks a user's password").access(Access.SELF_OR_ADMIN)
                        .target(Target.lookedUp("name | email | phone in body", this::inBody)).takes(User.class).run(this::checkPassword),
                Operation.of("POST", "/api/remove-user-from-group", "Removes a user from a group").access(Access.ADMIN).target(Target.lookedUp("owner, name in form", targets::form))
                        .form("owner", "name", "groupName").run(this::removeFromGroup));
    }

    private Subject inBody(Call call) {
        User sent = call.request().body().json(User.class);
        Optional<User> found = !sent.name.isEmpty() ? directory.user(sent.owner, sent.name)
                : !sent.email.isEmpty() ? directory.userBy(sent.owner, "email", sent.email) : directory.userBy(sent.owner, "phone", Phones.national(sent.phone, sent.countryCode).orElse(sent.phone));
        call.about(found.orElse(null), sent);
        return new Subject(sent.owner, found.map(user -> user.name).orElse(""));
    }

    private Envelope checkPassword(Call call) {
        User user = (User) call.target();
        User sent = (User) call.entity();
        if (user == null || user.isDeleted) {
            throw new ApiException(Message.USER_UNKNOWN, sent.id());
        }
        if (sent.password.isEmpty()) {
            throw new ApiException(Message.PASSWORD_EMPTY);
        }
        if (user.isForbidden) {
            throw new ApiException(Message.USER_FORBIDDEN);
        }
        passwords.check(user, sent.password);
        return Envelope.ok(null);
    }

    private Envelope removeFromGroup(Call call) {
        User user = (User) call.target();
        if (user == null) {
            throw new ApiException(Message.USER_UNKNOWN, call.request().formParameter("owner") + "/" + call.request().formParameter("name"));
        }
        String name = call.request().formParameter("groupName");
        String group = name.indexOf('/') < 0 ? user.owner + "/" + name : name;
        return Envelope.ok(store.inTransaction(() -> {
            User stored = store.find(USER, USER.keyOf(user)).orElse(user);
            stored.groups = Defaults.present(stored.groups).stream().filter(member -> !member.equals(group)).toList();
            return store.update(USER, USER.keyOf(stored), stored, List.of("groups"));
        }));
    }
}
