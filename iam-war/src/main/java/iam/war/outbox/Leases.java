package iam.war.outbox;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.in;
import static iam.spi.store.Condition.less;

import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Randoms;
import iam.war.data.OutboxReceiver;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which receivers this node serves. A node has a receiver, with all its messages, to itself while its lease lasts; a node that dies loses its leases within
 * seconds. The clocks of the nodes must not differ by more than a second.
 */
@Component
final class Leases {
    /** How often they are renewed, in milliseconds. */
    static final long RENEWAL = 1500;

    private static final long LENGTH = 6000;
    private static final long MARGIN = 1500;
    private static final int MOST = 64;

    private final EntityStore store;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile long renewed = System.currentTimeMillis();
    private volatile int epoch;

    @Inject
    Leases(EntityStore store) {
        this.store = store;
    }

    /**
     * A receiver that this node serves.
     *
     * @param receiver its row as it was when the lease began
     * @param id names the lease in the row
     * @param epoch of this node; grows when leases may have been lost
     */
    record Lease(OutboxReceiver receiver, String id, int epoch) {
    }

    /** Receivers that wait for somebody. */
    List<OutboxReceiver> waiting() {
        long now = System.currentTimeMillis();
        return store.list(OutboxReceiver.TYPE, Query.where(equal("backlog", true), less("dueAt", now + 1), less("leasedUntil", now)).ascending("dueAt").window(0, MOST));
    }

    /** Takes a receiver, unless another node was faster; null then. */
    Lease take(OutboxReceiver receiver) {
        long now = System.currentTimeMillis();
        Lease lease = new Lease(receiver, Randoms.hex(16), epoch);
        Query free = Query.where(equal("name", receiver.name), equal("backlog", true), less("dueAt", now + 1), less("leasedUntil", now));
        if (store.updateAll(OutboxReceiver.TYPE, free, Map.of("lease", lease.id(), "leasedUntil", now + LENGTH)) == 0) {
            return null;
        }
        held.add(lease.id());
        return lease;
    }

    /** Whether a delivery may begin. */
    boolean holds(Lease lease) {
        return lease.epoch() == epoch && System.currentTimeMillis() - renewed < LENGTH - MARGIN;
    }

    /** Renews all leases; called at fixed times. When it comes too late, other nodes may have taken them. */
    void renew() {
        long now = System.currentTimeMillis();
        List<String> ids = List.copyOf(held);
        if (!ids.isEmpty()) {
            store.updateAll(OutboxReceiver.TYPE, Query.where(in("lease", ids)), Map.of("leasedUntil", now + LENGTH));
        }
        if (now - renewed > LENGTH - MARGIN) {
            epoch++;
        }
        renewed = now;
    }

    /** Gives a receiver back, with changes to its row, unless another node has taken it. */
    void release(Lease lease, Map<String, Object> changes) {
        if (held.remove(lease.id())) {
            Map<String, Object> values = new HashMap<>(changes);
            values.put("lease", "");
            values.put("leasedUntil", 0L);
            store.updateAll(OutboxReceiver.TYPE, Query.where(equal("name", lease.receiver().name), equal("lease", lease.id())), values);
        }
    }
}
