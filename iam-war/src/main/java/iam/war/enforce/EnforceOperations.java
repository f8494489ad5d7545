package iam.war.enforce;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Permission;
import iam.api.entity.Role;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Memberships;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Decisions of the policy engine, and what a user has in the end (contract: entities.md section 12). */
@Component
final class EnforceOperations implements Operations {
    private final Deciders deciders;
    private final Directory directory;
    private final Memberships memberships;

    @Inject
    EnforceOperations(Deciders deciders, Directory directory, Memberships memberships) {
        this.deciders = deciders;
        this.directory = directory;
        this.memberships = memberships;
    }

    @Override
    public List<Operation> operations() {
        Target selected = Target.lookedUp(String.join(" | ", Selector.NAMES), EnforceOperations::selected);
        String[] names = Selector.NAMES.toArray(String[]::new);
        return List.of(
                Operation.of("POST", "/api/enforce", "Decides on a request").access(Access.ADMIN).target(selected).query(names).run(this::enforce),
                Operation.of("POST", "/api/batch-enforce", "Decides on several requests").access(Access.ADMIN).target(selected).query(names).run(this::batch),
                held("get-all-objects", "resources", permissions(permission -> permission.resources)),
                held("get-all-actions", "actions", permissions(permission -> permission.actions)),
                held("get-all-roles", "roles", user -> memberships.roles(user).stream().map(role -> role.name).toList()));
    }

    /** Parameters that select nothing, or too much, are for administrators to hear of. */
    private static Subject selected(Call call) {
        boolean one = Selector.NAMES.stream().filter(name -> !call.request().query(name).isEmpty()).count() == 1;
        return new Subject(one ? Selector.of(call.request()).owner() : call.caller().organization(), "");
    }

    private Envelope enforce(Call call) {
        List<String> request = texts(body(call));
        Map<String, Deciders.Decider> found = deciders.find(Selector.of(call.request()));
        return Envelope.ok(found.values().stream().map(decider -> decider.allows(request)).toList(), List.copyOf(found.keySet()));
    }

    private Envelope batch(Call call) {
        List<List<String>> requests = new ArrayList<>();
        body(call).forEach(request -> requests.add(texts(list(request))));
        Map<String, Deciders.Decider> found = deciders.find(Selector.of(call.request()));
        return Envelope.ok(found.values().stream().map(decider -> requests.stream().map(decider::allows).toList()).toList(), List.copyOf(found.keySet()));
    }

    /** Too many parameters are told before an empty body, a missing one after it. */
    private static List<?> body(Call call) {
        Selector.given(call.request());
        if (call.request().body().size() == 0) {
            throw new ApiException(Message.BODY_EMPTY);
        }
        return list(call.request().body().jsonValue());
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new ApiException(Message.JSON_INVALID);
    }

    private static List<String> texts(List<?> values) {
        if (values.stream().anyMatch(value -> value == null || value instanceof List || value instanceof Map)) {
            throw new ApiException(Message.JSON_INVALID);
        }
        return values.stream().map(Object::toString).toList();
    }

    private Operation held(String name, String what, Function<User, List<String>> values) {
        return Operation.of("GET", "/api/" + name, "Lists the " + what + " of a user").access(Access.SELF_OR_ADMIN).target(Target.lookedUp("userId | caller", this::user))
                .query("userId").run(call -> Envelope.ok(call.target() == null ? List.of() : values.apply((User) call.target())));
    }

    private Subject user(Call call) {
        String id = call.request().query("userId");
        String[] key = id.isEmpty() ? new String[] {call.caller().organization(), call.caller().name()} : Ids.pair(id);
        call.about(directory.user(key[0], key[1]).orElse(null), null);
        return new Subject(key[0], key[1]);
    }

    private Function<User, List<String>> permissions(Function<Permission, List<String>> values) {
        return user -> {
            List<Role> roles = memberships.roles(user);
            return memberships.permissions(user, roles).stream().filter(PermissionPolicies::effective)
                    .flatMap(permission -> Defaults.present(values.apply(permission)).stream()).distinct().toList();
        };
    }
}
