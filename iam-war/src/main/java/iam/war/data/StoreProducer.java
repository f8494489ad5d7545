package iam.war.data;

import iam.api.Catalogue;
import iam.api.EntityType;
import iam.api.entity.AccessKey;
import iam.api.entity.Application;
import iam.api.entity.Cert;
import iam.api.entity.Organization;
import iam.api.entity.Permission;
import iam.api.entity.Provider;
import iam.api.entity.Role;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreFactory;
import iam.spi.store.StoreContext;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.provider.Providers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Opens the store that the setting {@code iam.store} names, and those that keep some types in its place, by {@code iam.store.<id>.types}. */
@Component
final class StoreProducer {
    private static final Set<Class<?>> READ_MOSTLY = Set.of(AccessKey.class, Application.class, BrowserSession.class, Cert.class, Organization.class,
            Permission.class, Provider.class, Role.class, Token.class, User.class);

    @Produces
    @Singleton
    EntityStore open(Providers providers, Settings settings, Writes writes) {
        List<EntityType<?>> types = Stream.concat(Catalogue.standard().stream(), InternalTypes.ALL.stream()).toList();
        String main = settings.text("iam.store", "jpa");
        Map<EntityType<?>, EntityStore> routes = new LinkedHashMap<>();
        for (String id : providers.ids(EntityStoreFactory.class)) {
            List<EntityType<?>> routed = settings.list("iam.store." + id + ".types").stream().<EntityType<?>>map(name -> type(types, name)).toList();
            if (!routed.isEmpty() && !id.equals(main)) {
                EntityStore store = open(providers, settings, id, routed);
                routed.forEach(type -> refuse(type, routes.putIfAbsent(type, store)));
            }
        }
        EntityStore store = open(providers, settings, main, types.stream().filter(type -> !routes.containsKey(type)).toList());
        store = routes.isEmpty() ? store : new RoutingStore(store, routes);
        return new CachingStore(store, Set.copyOf(types.stream().filter(type -> READ_MOSTLY.contains(type.javaType())).toList()), writes);
    }

    private static EntityStore open(Providers providers, Settings settings, String id, List<EntityType<?>> types) {
        return providers.one(EntityStoreFactory.class, id, () -> new StoreContext(types, settings.dataDirectory()));
    }

    private static EntityType<?> type(List<EntityType<?>> types, String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no type " + name + " to keep in a store, only " + types));
    }

    private static void refuse(EntityType<?> type, EntityStore other) {
        if (other != null) {
            throw new IllegalArgumentException("two stores are to keep " + type);
        }
    }
}
