package iam.war.http;

import iam.api.EntityType;
import iam.api.entity.Application;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.RedirectUris;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The origins of all redirect URIs, in memory, read again when they are older than half a second: a change counts on every node within a second. */
@Component
final class RedirectOrigins {
    private static final long AGE = 500_000_000L;

    private final EntityStore store;
    private volatile Snapshot snapshot = new Snapshot(Set.of(), List.of(), System.nanoTime() - AGE);

    @Inject
    RedirectOrigins(EntityStore store) {
        this.store = store;
    }

    private record Snapshot(Set<String> origins, List<String> others, long time) {
    }

    boolean contains(String origin, URI uri) {
        Snapshot current = System.nanoTime() - snapshot.time() < AGE ? snapshot : refresh();
        return current.origins().contains(origin) || current.others().stream().anyMatch(entry -> RedirectUris.fitsOrigin(entry, uri));
    }

    private synchronized Snapshot refresh() {
        if (System.nanoTime() - snapshot.time() >= AGE) {
            Set<String> origins = new HashSet<>();
            Set<String> others = new HashSet<>();
            long now = System.nanoTime();
            for (Application application : store.list(EntityType.<Application>of(Application.class), Query.where())) {
                for (String entry : application.redirectUris == null ? List.<String>of() : application.redirectUris) {
                    RedirectUris.origin(entry).ifPresentOrElse(origins::add, () -> others.add(entry));
                }
            }
            snapshot = new Snapshot(origins, List.copyOf(others), now);
        }
        return snapshot;
    }
}
