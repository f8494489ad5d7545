package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.Revealed;
import iam.api.entity.AccessKey;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Times;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Refused;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Access keys. A user reads and adds his own; keys of applications are for global administrators. */
@Component
final class KeyResource extends Crud<AccessKey> {
    private static final Set<String> SECRET = Set.of("accessSecret");

    private final KeyTargets targets;

    @Inject
    KeyResource(EntityStore store, KeyTargets targets) {
        super(EntityType.of(AccessKey.class), store);
        this.targets = targets;
    }

    @Override
    public List<Operation> operations() {
        return List.of(list(Access.ADMIN), listAll(), update(Target.update(type)), delete(Access.ADMIN),
                Operation.of("GET", "/api/get-key", "Reads one key").access(Access.SELF_OR_ADMIN).target(Target.lookedUp(type, "id and its user", targets::stored))
                        .gives(AccessKey.class).required("id").query("withSecret").run(this::get),
                Operation.of("POST", "/api/add-key", "Adds a key").access(Access.SELF_OR_ADMIN).target(Target.lookedUp("body and its user", targets::added))
                        .takes(AccessKey.class).answers(Operation.Answer.AFFECTED).run(this::add));
    }

    @Override
    protected Object view(Call call, AccessKey key) {
        return call.request().query("withSecret").equals("1") && call.request().path().equals("/api/get-key") ? new Revealed(key, SECRET) : key;
    }

    @Override
    protected void adding(Call call, AccessKey key) {
        check(call.caller(), key, "");
        key.accessKey = key.accessKey.isEmpty() ? UUID.randomUUID().toString() : key.accessKey;
        key.accessSecret = key.accessSecret.isEmpty() ? UUID.randomUUID().toString() : key.accessSecret;
    }

    @Override
    protected Set<String> updating(Call call, AccessKey stored, AccessKey sent) {
        check(call.caller(), sent, stored.id());
        sent.updatedTime = Times.now();
        return Set.of();
    }

    private void check(Caller caller, AccessKey key, String id) {
        boolean elsewhere = !key.organization.isEmpty() && !caller.administers(key.organization) && !key.organization.equals(caller.organization());
        boolean ofApplication = key.type.equals("Application") || !key.application.isEmpty();
        boolean foreign = !key.user.isEmpty() && !caller.is(key.owner, key.user) && !caller.administers(key.owner);
        boolean member = !caller.administers(key.owner) && !(key.type.equals("User") && caller.is(key.owner, key.user));
        if (ofApplication && !caller.global() || elsewhere || foreign || member) {
            throw Refused.unauthorized();
        }
        Query same = Query.where(equal("accessKey", key.accessKey));
        boolean taken = !key.accessKey.isEmpty() && store.list(type, same).stream().anyMatch(other -> !other.id().equals(id));
        if (taken || !key.accessKey.isEmpty() && !store.list(EntityType.of(User.class), same.window(0, 1)).isEmpty()) {
            throw new ApiException(Message.ALREADY_EXISTS, "accessKey", key.accessKey);
        }
    }

    /** Whose key it is. */
    @Component
    static final class KeyTargets {
        private final EntityStore store;

        @Inject
        KeyTargets(EntityStore store) {
            this.store = store;
        }

        Subject stored(Call call) {
            EntityType<AccessKey> type = EntityType.of(AccessKey.class);
            EntityKey key = Ids.key(type, call.request().query("id"));
            AccessKey found = key.incomplete() ? null : store.find(type, key).orElse(null);
            call.about(found, null);
            return found == null ? new Subject(key.parts().get(0), "") : subject(found);
        }

        Subject added(Call call) {
            AccessKey sent = call.request().body().json(AccessKey.class);
            call.about(null, sent);
            return subject(sent);
        }

        private static Subject subject(AccessKey key) {
            return new Subject(key.owner, key.type.equals("User") ? key.user : "");
        }
    }
}
