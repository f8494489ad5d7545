package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.EntityType;
import iam.api.Revealed;
import iam.api.entity.Adapter;
import iam.api.entity.Enforcer;
import iam.api.entity.Permission;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.PolicyRule;
import iam.war.operation.Call;
import jakarta.inject.Inject;
import java.util.List;

/** Adapters: names for sets of policies. The policies follow a rename and go with a deletion. */
@Component
final class AdapterResource extends Crud<Adapter> {
    private final References references;

    @Inject
    AdapterResource(EntityStore store, References references) {
        super(EntityType.of(Adapter.class), store);
        this.references = references;
    }

    /** Only administrators read adapters, and they see the password of the database; nobody can look for one by it. */
    @Override
    protected Object view(Call call, Adapter adapter) {
        return new Revealed(adapter, Revealed.ALL);
    }

    @Override
    protected void changed(Call call, Adapter before, Adapter after) {
        if (before == null || after != null && before.id().equals(after.id())) {
            return;
        }
        Query policies = Query.where(equal("owner", before.owner), equal("adapter", before.name));
        if (after == null) {
            store.delete(PolicyRule.TYPE, policies);
            return;
        }
        for (PolicyRule rule : store.list(PolicyRule.TYPE, policies)) {
            var key = PolicyRule.TYPE.keyOf(rule);
            rule.owner = after.owner;
            rule.adapter = after.name;
            store.update(PolicyRule.TYPE, key, rule, List.of("owner", "adapter"));
        }
        references.replaceEverywhere(EntityType.of(Permission.class), "adapter", before.id(), after.id());
        references.replaceEverywhere(EntityType.of(Enforcer.class), "adapter", before.id(), after.id());
    }
}
