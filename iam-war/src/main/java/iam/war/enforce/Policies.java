package iam.war.enforce;

import static iam.spi.store.Condition.equal;

import iam.api.EntityKey;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.data.PolicyRule;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The policies of adapters. */
@Component
final class Policies {
    private final EntityStore store;
    private final AtomicLong last = new AtomicLong();

    @Inject
    Policies(EntityStore store) {
        this.store = store;
    }

    /** The rows of an adapter, oldest first. */
    List<CasbinRule> list(EntityKey adapter) {
        List<PolicyRule> rows = store.list(PolicyRule.TYPE, of(adapter).ascending("position"));
        List<CasbinRule> rules = new ArrayList<>(rows.size());
        for (PolicyRule row : rows) {
            rules.add(CasbinRule.of(rules.size() + 1, row.ptype, row.values));
        }
        return rules;
    }

    /** Adds a row; false when the adapter holds it already. */
    boolean add(EntityKey adapter, CasbinRule rule) {
        PolicyRule row = row(adapter, rule);
        row.position = last.updateAndGet(known -> Math.max(known + 1, System.currentTimeMillis() * 1000));
        return store.insert(row);
    }

    /** Puts one row in the place of another; false when that is not there, or the new one is. */
    boolean replace(EntityKey adapter, CasbinRule old, CasbinRule rule) {
        PolicyRule row = row(adapter, rule);
        EntityKey key = PolicyRule.TYPE.keyOf(row(adapter, old));
        if (key.equals(PolicyRule.TYPE.keyOf(row))) {
            return store.find(PolicyRule.TYPE, key).isPresent();
        }
        boolean taken = store.find(PolicyRule.TYPE, PolicyRule.TYPE.keyOf(row)).isPresent();
        return !taken && store.update(PolicyRule.TYPE, key, row, List.of("hash", "ptype", "values"));
    }

    /** Removes a row; false when it is not there. */
    boolean remove(EntityKey adapter, CasbinRule rule) {
        return store.delete(PolicyRule.TYPE, of(adapter).and(equal("hash", row(adapter, rule).hash))) > 0;
    }

    private static Query of(EntityKey adapter) {
        return Query.where(equal("owner", adapter.parts().get(0)), equal("adapter", adapter.parts().get(1)));
    }

    private static PolicyRule row(EntityKey adapter, CasbinRule rule) {
        PolicyRule row = new PolicyRule();
        row.owner = adapter.parts().get(0);
        row.adapter = adapter.parts().get(1);
        row.ptype = rule.Ptype.isEmpty() ? "p" : rule.Ptype;
        row.values = rule.values();
        row.hash = Digests.sha256Hex(row.ptype + "\n" + String.join("\n", row.values));
        return row;
    }
}
