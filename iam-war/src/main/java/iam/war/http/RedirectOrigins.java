package iam.war.http;

import iam.api.EntityType;
import iam.api.entity.Application;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.RedirectUris;
import iam.war.data.Summary;
import iam.war.data.Writes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The origins of all redirect URIs, in memory. */
@Component
final class RedirectOrigins {
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);

    private final EntityStore store;
    private final Summary<Origins> summary;

    @Inject
    RedirectOrigins(EntityStore store, Writes writes) {
        this.store = store;
        this.summary = new Summary<>(writes, List.of(APPLICATION), this::read);
    }

    /** Origins that are spelled out, and those of redirect URIs that are patterns. */
    private record Origins(Set<String> plain, List<Predicate<URI>> others) {
    }

    boolean contains(String origin, URI uri) {
        Origins origins = summary.get();
        return origins.plain().contains(origin) || origins.others().stream().anyMatch(other -> other.test(uri));
    }

    private Origins read() {
        Set<String> plain = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (Application application : store.list(APPLICATION, Query.where())) {
            for (String entry : application.redirectUris == null ? List.<String>of() : application.redirectUris) {
                RedirectUris.origin(entry).ifPresentOrElse(plain::add, () -> others.add(entry));
            }
        }
        return new Origins(plain, others.stream().map(RedirectUris::origins).toList());
    }
}
