package iam.war.enforce;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Adapter;
import iam.api.entity.Enforcer;
import iam.api.entity.Model;
import iam.api.entity.Permission;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Defaults;
import iam.war.operation.Ids;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what decides on a request: permissions, sorted by model and adapter, or the policies of an enforcer. */
@Component
final class Deciders {
    private static final EntityType<Permission> PERMISSION = EntityType.of(Permission.class);
    private static final EntityType<Enforcer> ENFORCER = EntityType.of(Enforcer.class);
    private static final EntityType<Model> MODEL = EntityType.of(Model.class);
    private static final EntityType<Adapter> ADAPTER = EntityType.of(Adapter.class);

    private final EntityStore store;
    private final Engine engine;
    private final PermissionPolicies permissions;
    private final Policies policies;

    @Inject
    Deciders(EntityStore store, Engine engine, PermissionPolicies permissions, Policies policies) {
        this.store = store;
        this.engine = engine;
        this.permissions = permissions;
        this.policies = policies;
    }

    /** Decides on one request. */
    @FunctionalInterface
    interface Decider {
        boolean allows(List<String> request);
    }

    /** The deciders that a selector names, by the id of their model and adapter. */
    Map<String, Decider> find(Selector selector) {
        String value = selector.value();
        return switch (selector.name()) {
            case "permissionId" -> of(List.of(store.find(PERMISSION, key(value)).orElseThrow(() -> new ApiException(Message.PERMISSION_UNKNOWN, value))));
            case "modelId" -> of(store.list(PERMISSION, Query.where(equal("owner", selector.owner()), equal("model", value))));
            case "resourceId" -> of(of(selector.owner()).stream().filter(permission -> names(permission, value)).toList());
            case "owner" -> of(of(value));
            default -> enforcer(value);
        };
    }

    private List<Permission> of(String owner) {
        return store.list(PERMISSION, Query.where(equal("owner", owner)).ascending("name"));
    }

    private static boolean names(Permission permission, String resource) {
        List<String> resources = Defaults.present(permission.resources);
        return resources.contains(resource) || resources.contains(Ids.pair(resource)[1]);
    }

    private Map<String, Decider> of(List<Permission> all) {
        Map<String, List<Permission>> groups = new LinkedHashMap<>();
        all.forEach(permission -> groups.computeIfAbsent(permission.model + "/" + permission.adapter, key -> new ArrayList<>()).add(permission));
        Map<String, Decider> deciders = new LinkedHashMap<>();
        groups.forEach((name, group) -> decider(group).ifPresent(decider -> deciders.put(name, decider)));
        return deciders;
    }

    private Optional<Decider> decider(List<Permission> group) {
        String model = group.get(0).model;
        return model.isEmpty() ? Optional.empty() : store.find(MODEL, key(model))
                .map(found -> request -> engine.allows(permissions.of(found.modelText, group, permissions.subject(request.isEmpty() ? "" : request.get(0))), request));
    }

    private Map<String, Decider> enforcer(String id) {
        Enforcer enforcer = store.find(ENFORCER, key(id)).orElseThrow(() -> new ApiException(Message.ENFORCER_UNKNOWN, id));
        String text = model(enforcer).modelText;
        List<List<String>> rows = policies.list(adapter(enforcer)).stream().map(CasbinRule::row).toList();
        PolicySet set = new PolicySet(text, rows.stream().filter(row -> row.get(0).startsWith("p")).toList(), rows.stream().filter(row -> row.get(0).startsWith("g")).toList());
        return Map.of(enforcer.model + "/" + enforcer.adapter, request -> engine.allows(set, request));
    }

    /** The model of an enforcer. */
    Model model(Enforcer enforcer) {
        if (enforcer.model.isEmpty()) {
            throw new ApiException(Message.ENFORCER_MODEL_EMPTY, enforcer.id());
        }
        return inside(enforcer, store.find(MODEL, key(enforcer.model))).orElseThrow(() -> new ApiException(Message.ENFORCER_MODEL_UNKNOWN, enforcer.model, enforcer.id()));
    }

    /** The key of the adapter of an enforcer. */
    EntityKey adapter(Enforcer enforcer) {
        if (enforcer.adapter.isEmpty()) {
            throw new ApiException(Message.ENFORCER_ADAPTER_EMPTY, enforcer.id());
        }
        return inside(enforcer, store.find(ADAPTER, key(enforcer.adapter))).map(ADAPTER::keyOf)
                .orElseThrow(() -> new ApiException(Message.ENFORCER_ADAPTER_UNKNOWN, enforcer.adapter, enforcer.id()));
    }

    /** What belongs to another organization is none of an enforcer's business. */
    private static <E extends Entity> Optional<E> inside(Enforcer enforcer, Optional<E> found) {
        return found.filter(entity -> entity.type().scope().text(entity).equals(enforcer.owner));
    }

    private static EntityKey key(String id) {
        return EntityKey.of(Ids.pair(id));
    }
}
