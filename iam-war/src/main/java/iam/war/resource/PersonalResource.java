package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.spi.authn.Caller;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * What administrators manage and users read as far as it is theirs: rows with a field {@code user}.
 *
 * @param <E> the entity class
 */
final class PersonalResource<E extends Entity> extends Crud<E> {
    private final boolean listedForUsers;

    /** With or without a list for users. */
    PersonalResource(EntityType<E> type, EntityStore store, boolean listedForUsers) {
        super(type, store);
        this.listedForUsers = listedForUsers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(add(Access.ADMIN), update(Target.update(type)), delete(Access.ADMIN),
                listedForUsers ? ownList() : list(Access.ADMIN),
                Operation.of("GET", "/api/get-" + type.name(), "Reads one " + type.name()).access(Access.SELF_OR_ADMIN).target(Target.lookedUp(type, "id and its user", this::stored))
                        .gives(type.javaType()).required("id").run(this::get));
    }

    private Operation ownList() {
        return Operation.of("GET", listPath(), "Lists the " + type.name() + "s of an organization, for a member his own").access(Access.SELF_OR_ADMIN)
                .target(Target.lookedUp("owner, for members the caller", PersonalResource::reach)).givesAll(type.javaType()).required("owner").query(Listing.PARAMETERS).run(this::list);
    }

    private static Subject reach(Call call) {
        Caller caller = call.caller();
        return new Subject(call.request().query("owner"), caller.user() ? caller.name() : "");
    }

    private Subject stored(Call call) {
        EntityKey key = Ids.key(type, call.request().query("id"));
        E found = key.incomplete() ? null : store.find(type, key).orElse(null);
        call.about(found, null);
        return new Subject(key.parts().get(0), found == null ? "" : type.field("user").text(found));
    }

    @Override
    protected List<Condition> listed(Call call, String organization) {
        List<Condition> conditions = new ArrayList<>(super.listed(call, organization));
        if (!call.caller().administers(organization)) {
            conditions.add(equal("user", call.caller().name()));
        }
        return conditions;
    }
}
