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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Opens the store that the setting {@code iam.store} names. */
@Component
final class StoreProducer {
    private static final Set<Class<?>> READ_MOSTLY = Set.of(AccessKey.class, Application.class, BrowserSession.class, Cert.class, Organization.class,
            Permission.class, Provider.class, Role.class, Token.class, User.class);

    @Produces
    @Singleton
    EntityStore open(Providers providers, Settings settings) {
        List<EntityType<?>> types = Stream.concat(Catalogue.standard().stream(), InternalTypes.ALL.stream()).toList();
        EntityStore store = providers.one(EntityStoreFactory.class, settings.text("iam.store", "jpa"), () -> new StoreContext(types, settings.dataDirectory()));
        return new CachingStore(store, Set.copyOf(types.stream().filter(type -> READ_MOSTLY.contains(type.javaType())).toList()));
    }
}
