package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Resource;
import iam.spi.authn.Caller;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Refused;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import iam.war.storage.ResourceFiles;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Rows of uploaded files. Their names are paths, so an id has more slashes than others. The file goes with its row. */
@Component
final class ResourceResource extends Crud<Resource> {
    private final ResourceFiles files;

    @Inject
    ResourceResource(EntityStore store, ResourceFiles files) {
        super(EntityType.of(Resource.class), store);
        this.files = files;
    }

    @Override
    public List<Operation> operations() {
        Target named = Target.lookedUp("id", call -> stored(call, false));
        return List.of(add(Access.ADMIN), update(Target.lookedUp("id, with new content", call -> stored(call, true))), delete(Access.ADMIN),
                Operation.of("GET", "/api/get-resources", "Lists files: one's own, or all of an organization for its administrators").access(Access.SIGNED_IN)
                        .givesAll(Resource.class).required("owner").query("user").query(Listing.PARAMETERS).run(this::list),
                Operation.of("GET", "/api/get-resource", "Reads the row of a file").access(Access.GLOBAL).target(named).gives(Resource.class).required("id").run(this::get));
    }

    private Subject stored(Call call, boolean update) {
        String id = call.request().query("id");
        int slash = id.indexOf('/');
        if (slash < 0) {
            throw new ApiException(Message.ID_MALFORMED, id);
        }
        String owner = id.substring(0, slash);
        Resource sent = update ? call.request().body().json(Resource.class) : null;
        call.about(store.find(type, EntityKey.of(owner, id.substring(slash + 1))).orElse(null), sent);
        return new Subject(owner, "");
    }

    @Override
    protected Envelope list(Call call) {
        Caller caller = call.caller();
        String owner = call.request().query("owner");
        String user = call.request().query("user");
        boolean administers = caller.administers(owner);
        if (!administers && !caller.organization().equals(owner)) {
            throw Refused.unauthorized();
        }
        List<Condition> conditions = new ArrayList<>(listed(call, owner));
        if (!administers || !user.isEmpty()) {
            conditions.add(equal("user", administers ? user : caller.name()));
        }
        return list(call, conditions);
    }

    /** The file is removed after the row: a file without a row is waste, a row without a file an error. */
    @Override
    protected Envelope delete(Call call) {
        Envelope answer = super.delete(call);
        if (Envelope.AFFECTED.equals(answer.data())) {
            files.delete((Resource) call.target());
        }
        return answer;
    }
}
