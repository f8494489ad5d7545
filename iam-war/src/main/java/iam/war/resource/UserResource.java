package iam.war.resource;

import static iam.spi.store.Condition.has;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.account.UserRules;
import iam.war.account.UserUpdate;
import iam.war.account.UserView;
import iam.war.account.Users;
import iam.war.data.Directory;
import iam.war.data.Lengths;
import iam.war.data.Times;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Refused;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Users: added by administrators, changed by themselves as far as the account items permit. */
@Component
final class UserResource extends Crud<User> {
    private static final String BUILT_IN_ADMIN = Directory.BUILT_IN + "/admin";

    private final Directory directory;
    private final Users users;
    private final UserRules rules;
    private final UserView view;
    private final UserUpdate updates;
    private final UserTargets targets;
    private final UserChanges changes;

    @Inject
    UserResource(EntityStore store, Directory directory, Services services, UserTargets targets, UserChanges changes) {
        super(EntityType.of(User.class), store);
        this.directory = directory;
        this.users = services.users;
        this.rules = services.rules;
        this.view = services.view;
        this.updates = services.updates;
        this.targets = targets;
        this.changes = changes;
    }

    /** What other parts of the server need of users too. */
    @Component
    static final class Services {
        private final Users users;
        private final UserRules rules;
        private final UserView view;
        private final UserUpdate updates;

        @Inject
        Services(Users users, UserRules rules, UserView view, UserUpdate updates) {
            this.users = users;
            this.rules = rules;
            this.view = view;
            this.updates = updates;
        }
    }

    @Override
    protected String[] reads(String verb) {
        return verb.equals("list") ? new String[] {"groupName"} : new String[0];
    }

    @Override
    public List<Operation> operations() {
        return List.of(list(Access.ADMIN), listAll(), add(Access.ADMIN), delete(Access.ADMIN),
                Operation.of("GET", "/api/get-user", "Reads one user").access(Access.ANYONE).gives(User.class).query("id", "owner", "email", "phone", "userId").run(this::one),
                Operation.of("POST", "/api/update-user", "Changes a user").access(Access.SELF_OR_ADMIN).target(Target.lookedUp("id | owner, userId | caller", targets::updated))
                        .takes(User.class).answers(Operation.Answer.AFFECTED).query("id", "owner", "userId", "columns", "allowEmpty").run(this::update));
    }

    private Envelope one(Call call) {
        return Envelope.ok(targets.visible(call).map(user -> view.one(call.caller(), user)).orElse(null));
    }

    @Override
    protected List<Condition> listed(Call call, String organization) {
        String group = call.request().query("groupName");
        List<Condition> conditions = new ArrayList<>(super.listed(call, organization));
        if (!group.isEmpty()) {
            conditions.add(has("groups", organization + "/" + group));
        }
        return conditions;
    }

    @Override
    protected List<?> views(Call call, List<User> rows) {
        String owner = call.request().query("owner");
        Organization organization = directory.organization(owner).orElse(null);
        return rows.stream().map(user -> view.listed(call.caller(), user, user.owner.equals(owner) ? organization : null)).toList();
    }

    @Override
    protected void adding(Call call, User user) {
        user.registerType = user.registerType.isEmpty() ? "Add User" : user.registerType;
        user.registerSource = user.registerSource.isEmpty() ? call.caller().id() : user.registerSource;
        users.prepare(user);
    }

    @Override
    protected Envelope duplicate(User user) {
        throw new ApiException(Message.USERNAME_ALREADY_EXISTS);
    }

    @Override
    protected Envelope update(Call call) {
        User stored = (User) call.target();
        User sent = (User) call.entity();
        if (stored == null) {
            String id = call.request().query("id");
            throw new ApiException(Message.USER_UNKNOWN, id.isEmpty() ? call.request().query("userId") : id);
        }
        Set<String> kept = Columns.kept(type, call.request());
        sent.owner = kept.contains("owner") || sent.owner.isEmpty() ? stored.owner : sent.owner;
        sent.name = kept.contains("name") || sent.name.isEmpty() ? stored.name : sent.name;
        keepScope(call.caller(), stored, sent);
        if (stored.id().equals(BUILT_IN_ADMIN) && !sent.id().equals(BUILT_IN_ADMIN)) {
            throw Refused.unauthorized();
        }
        if (!kept.contains("displayName") && sent.displayName.isEmpty() && !call.request().query().containsKey("allowEmpty")) {
            throw new ApiException(Message.DISPLAY_NAME_EMPTY);
        }
        List<String> fields = updates.merge(call.caller(), stored, sent, kept);
        Lengths.check(sent);
        return answer(write(call, stored, sent, fields));
    }

    @Override
    protected Envelope delete(Call call) {
        User stored = (User) call.target();
        if (stored == null) {
            return answer(false);
        }
        if (stored.id().equals(BUILT_IN_ADMIN)) {
            throw Refused.unauthorized();
        }
        boolean keep = directory.organization(stored.owner).map(organization -> organization.enableSoftDeletion).orElse(false);
        return keep ? answer(markDeleted(call, stored)) : super.delete(call);
    }

    private boolean markDeleted(Call call, User stored) {
        User marked = type.copy(stored);
        marked.isDeleted = true;
        marked.deletedTime = Times.now();
        return write(call, stored, marked, List.of("isDeleted", "deletedTime"));
    }

    @Override
    protected void changed(Call call, User before, User after) {
        if (after != null) {
            rules.claim(after, before);
        }
        if (before != null) {
            changes.apply(call.caller(), before, after);
        }
    }
}
