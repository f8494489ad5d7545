package iam.war.http;

import iam.api.EntityType;
import iam.api.entity.Application;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.RedirectUris;
import iam.war.data.Writes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The origins of all redirect URIs, in memory, read again after a change on this node, and when they are older than half a second: a change counts on every node within a second. */
@Component
final class RedirectOrigins {
    private static final long AGE = 500_000_000L;
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);

    private final EntityStore store;
    private final Writes writes;
    private volatile Snapshot snapshot = new Snapshot(Set.of(), List.of(), 0, System.nanoTime() - AGE);

    @Inject
    RedirectOrigins(EntityStore store, Writes writes) {
        this.store = store;
        this.writes = writes;
    }

    private record Snapshot(Set<String> origins, List<String> others, long writes, long time) {
    }

    boolean contains(String origin, URI uri) {
        Snapshot current = snapshot;
        current = fresh(current) ? current : refresh();
        return current.origins().contains(origin) || current.others().stream().anyMatch(entry -> RedirectUris.fitsOrigin(entry, uri));
    }

    private boolean fresh(Snapshot current) {
        return current.writes() == writes.of(APPLICATION) && System.nanoTime() - current.time() < AGE;
    }

    private synchronized Snapshot refresh() {
        if (!fresh(snapshot)) {
            Set<String> origins = new HashSet<>();
            Set<String> others = new HashSet<>();
            long written = writes.of(APPLICATION);
            long now = System.nanoTime();
            for (Application application : store.list(APPLICATION, Query.where())) {
                for (String entry : application.redirectUris == null ? List.<String>of() : application.redirectUris) {
                    RedirectUris.origin(entry).ifPresentOrElse(origins::add, () -> others.add(entry));
                }
            }
            snapshot = new Snapshot(origins, List.copyOf(others), written, now);
        }
        return snapshot;
    }
}
