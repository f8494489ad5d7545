package iam.war.enforce;

import iam.api.ApiException;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Adapter;
import iam.api.entity.Enforcer;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Handler;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;

/** The policies of an enforcer's adapter. */
@Component
final class PolicyOperations implements Operations {
    private static final EntityType<Enforcer> ENFORCER = EntityType.of(Enforcer.class);
    private static final EntityType<Adapter> ADAPTER = EntityType.of(Adapter.class);

    private final Policies policies;
    private final Deciders deciders;
    private final Directory directory;

    @Inject
    PolicyOperations(Policies policies, Deciders deciders, Directory directory) {
        this.policies = policies;
        this.deciders = deciders;
        this.directory = directory;
    }

    /** A filter of policies: those of a type whose values begin at a place with these. */
    public static class Filter {
        /** An empty one. */
        public Filter() {
        }

        /** The type. */
        public String ptype = "";
        /** Where the values are compared, from 0. */
        public int fieldIndex;
        /** The values; empty ones fit everything. */
        public List<String> fieldValues;

        boolean fits(CasbinRule rule) {
            List<String> values = List.of(rule.V0, rule.V1, rule.V2, rule.V3, rule.V4, rule.V5);
            boolean fits = ptype.isEmpty() || ptype.equals(rule.Ptype);
            int count = fieldValues == null ? 0 : fieldValues.size();
            for (int i = 0; fits && i < count; i++) {
                int place = fieldIndex + i;
                fits = fieldValues.get(i).isEmpty() || place >= 0 && place < values.size() && values.get(place).equals(fieldValues.get(i));
            }
            return fits;
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/api/get-policies", "Lists the policies of an enforcer or adapter").access(Access.ADMIN).target(Target.lookedUp("id | adapterId", this::either))
                        .query("id", "adapterId").run(this::list),
                of("get-filtered-policies", "Lists the policies that fit filters", this::filtered),
                of("add-policy", "Adds a policy", call -> Envelope.affected(policies.add(adapter(call), call.request().body().json(CasbinRule.class)))),
                of("update-policy", "Replaces a policy", this::replace),
                of("remove-policy", "Removes a policy", call -> Envelope.affected(policies.remove(adapter(call), call.request().body().json(CasbinRule.class)))));
    }

    private static Operation of(String name, String summary, Handler handler) {
        return Operation.of("POST", "/api/" + name, summary).access(Access.ADMIN).target(Target.id(ENFORCER)).required("id").run(handler);
    }

    private Subject either(Call call) {
        String adapterId = call.request().query("adapterId");
        String[] key = Ids.pair(adapterId.isEmpty() ? call.request().query("id") : adapterId);
        call.about((adapterId.isEmpty() ? directory.find(ENFORCER, key) : directory.find(ADAPTER, key)).orElse(null), null);
        return new Subject(key[0], "");
    }

    private Envelope list(Call call) {
        String adapterId = call.request().query("adapterId");
        if (call.target() == null && !adapterId.isEmpty()) {
            throw new ApiException(Message.ENFORCER_ADAPTER_UNKNOWN, adapterId, call.request().query("id"));
        }
        return Envelope.ok(policies.list(adapter(call)));
    }

    private EntityKey adapter(Call call) {
        if (call.target() instanceof Adapter adapter) {
            return ADAPTER.keyOf(adapter);
        } else if (call.target() instanceof Enforcer enforcer) {
            deciders.model(enforcer);
            return deciders.adapter(enforcer);
        }
        throw new ApiException(Message.ENFORCER_UNKNOWN, call.request().query("id"));
    }

    private Envelope filtered(Call call) {
        List<Filter> filters = call.request().body().jsonList(Filter.class);
        return Envelope.ok(policies.list(adapter(call)).stream().filter(rule -> filters.stream().anyMatch(filter -> filter.fits(rule))).toList());
    }

    private Envelope replace(Call call) {
        List<CasbinRule> rules = call.request().body().jsonList(CasbinRule.class);
        if (rules.size() != 2) {
            throw new ApiException(Message.MISSING_PARAMETER);
        }
        return Envelope.affected(policies.replace(adapter(call), rules.get(0), rules.get(1)));
    }
}
