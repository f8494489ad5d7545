package iam.war.resource;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.has;

import iam.api.ApiException;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Model;
import iam.api.entity.Permission;
import iam.api.entity.Role;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.enforce.Models;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Permissions. A model that is named must exist and decide on three things; lists that it has no use for are emptied. */
@Component
final class PermissionResource extends Crud<Permission> {
    private static final EntityType<Model> MODEL = EntityType.of(Model.class);

    private final Models models;

    @Inject
    PermissionResource(EntityStore store, Models models) {
        super(EntityType.of(Permission.class), store);
        this.models = models;
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>(super.operations());
        operations.add(Operation.of("GET", "/api/get-permissions-by-role", "Lists the permissions that name a role").access(Access.ADMIN)
                .target(Target.id(EntityType.of(Role.class))).required("id").givesAll(Permission.class).run(this::byRole));
        operations.add(Operation.of("GET", "/api/get-permissions-by-submitter", "Lists the permissions that a user has asked for").access(Access.GLOBAL)
                .givesAll(Permission.class).query("userId").run(this::bySubmitter));
        operations.add(Operation.of("POST", "/api/update-permissions", "Replaces permissions, each by its own owner and name").access(Access.GLOBAL).run(this::updateAll));
        return operations;
    }

    private Envelope byRole(Call call) {
        return Envelope.ok(store.list(type, Query.where(has("roles", call.request().query("id"))).descending("createdTime")));
    }

    private Envelope bySubmitter(Call call) {
        String[] user = Ids.pair(call.request().query("userId").isEmpty() ? call.caller().id() : call.request().query("userId"));
        return Envelope.ok(store.list(type, Query.where(equal("owner", user[0]), equal("submitter", user[1])).descending("createdTime")));
    }

    private Envelope updateAll(Call call) {
        List<Permission> sent = call.request().body().jsonList(Permission.class);
        return store.inTransaction(() -> {
            boolean all = !sent.isEmpty();
            for (Permission permission : sent) {
                call.about(store.find(type, type.keyOf(permission)).orElse(null), permission);
                all &= update(call).data().equals(Envelope.AFFECTED);
            }
            return answer(all);
        });
    }

    @Override
    protected void adding(Call call, Permission permission) {
        check(permission);
    }

    @Override
    protected Set<String> updating(Call call, Permission stored, Permission sent) {
        check(sent);
        return Set.of();
    }

    private void check(Permission permission) {
        if (permission.model.isEmpty()) {
            return;
        }
        String[] id = Ids.pair(permission.model);
        Model model = store.find(MODEL, EntityKey.of(id)).orElseThrow(() -> new ApiException(Message.PERMISSION_MODEL_UNKNOWN, permission.model, permission.id()));
        Models.Shape shape = models.shape(model.modelText);
        if (shape.policyTokens() != 3) {
            throw new ApiException(Message.PERMISSION_MODEL_INVALID, permission.model, permission.id());
        }
        permission.roles = shape.roles() ? permission.roles : List.of();
        permission.domains = shape.domains() ? permission.domains : List.of();
    }
}
