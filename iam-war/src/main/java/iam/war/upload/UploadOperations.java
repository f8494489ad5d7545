package iam.war.upload;

import iam.api.ApiException;
import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Group;
import iam.api.entity.Permission;
import iam.api.entity.Role;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.account.Users;
import iam.war.data.Directory;
import iam.war.data.Lengths;
import iam.war.data.Times;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Handler;
import iam.war.operation.Multipart;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;

/** Adds users, groups, roles and permissions from .xlsx files; what is there already stays as it is. All of a file is added, or nothing. */
@Component
final class UploadOperations implements Operations {
    private final EntityStore store;
    private final Directory directory;
    private final Users users;

    @Inject
    UploadOperations(EntityStore store, Directory directory, Users users) {
        this.store = store;
        this.directory = directory;
        this.users = users;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                of("users", Access.ADMIN_USER, this::users),
                of("groups", Access.ADMIN, call -> rows(call, EntityType.of(Group.class), Message.GROUP_IMPORT_FAILED)),
                of("roles", Access.ADMIN, call -> rows(call, EntityType.of(Role.class), Message.USER_IMPORT_FAILED)),
                of("permissions", Access.ADMIN, call -> rows(call, EntityType.of(Permission.class), Message.USER_IMPORT_FAILED)));
    }

    private static Operation of(String noun, Access access, Handler handler) {
        return Operation.of("POST", "/api/upload-" + noun, "Adds " + noun + " from an .xlsx file").access(access).target(Target.CALLER).file("file").run(handler);
    }

    private static <E extends Entity> List<E> table(Call call, EntityType<E> type) {
        Multipart.File file = call.request().body().file("file").orElseThrow(() -> new ApiException(Message.MISSING_PARAMETER_NAMED, "file"));
        return Table.read(file.content()).stream().map(row -> Rows.entity(type, row)).toList();
    }

    private Envelope users(Call call) {
        List<User> rows = table(call, EntityType.of(User.class));
        if (rows.isEmpty()) {
            throw new ApiException(Message.USERS_NOT_PROVIDED);
        }
        Caller caller = call.caller();
        List<User> added = rows.stream().map(user -> own(caller, user)).filter(user -> directory.user(user.owner, user.name).isEmpty()).toList();
        if (added.isEmpty()) {
            throw new ApiException(Message.USERS_NOT_MODIFIED);
        }
        added.forEach(Lengths::check);
        store.inTransaction(() -> {
            for (User user : added) {
                users.prepare(user);
                users.insert(user);
            }
            return null;
        });
        return Envelope.ok(null);
    }

    private static User own(Caller caller, User user) {
        if (user.owner.isEmpty() || !caller.administers(user.owner)) {
            user.owner = caller.organization();
        }
        user.type = "normal-user";
        user.registerType = "Upload Users";
        user.registerSource = caller.id();
        return user;
    }

    private <E extends Entity> Envelope rows(Call call, EntityType<E> type, Message nothing) {
        List<E> rows = table(call, type);
        rows.forEach(Lengths::check);
        boolean any = store.inTransaction(() -> {
            boolean added = false;
            for (E row : rows) {
                type.field("owner").set(row, call.caller().organization());
                if (type.field("createdTime").text(row).isEmpty()) {
                    type.field("createdTime").set(row, Times.now());
                }
                added |= !type.keyOf(row).incomplete() && store.insert(row);
            }
            return added;
        });
        if (!any) {
            throw new ApiException(nothing);
        }
        return Envelope.ok(null);
    }
}
