package iam.war.provider;

import iam.spi.Health;
import iam.spi.Provider;
import iam.spi.ProviderFactory;
import iam.war.Component;
import iam.war.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the providers of each kind through ServiceLoader, makes them with checked settings, and closes them at the end. */
@Component
public final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final Settings settings;
    private final List<Loaded<?>> loaded = new CopyOnWriteArrayList<>();

    /**
     * A provider at work.
     *
     * @param <P> its kind
     * @param kind its kind as in configuration keys
     * @param id its id
     * @param provider the provider
     */
    public record Loaded<P extends Provider>(String kind, String id, P provider) {
    }

    @Inject
    Providers(Settings settings) {
        this.settings = settings;
    }

    /**
     * Makes all providers of a kind that are turned on, by {@code iam.<kind>.<id>.enabled} or by default. One that fails is logged and left out.
     *
     * @param <P> the kind
     * @param <C> what is lent to it
     * @param kind the factory interface
     * @param context what is lent to it
     * @return in their order, by id
     */
    public <P extends Provider, C> Map<String, P> all(Class<? extends ProviderFactory<P, C>> kind, Supplier<C> context) {
        Map<String, P> providers = new LinkedHashMap<>();
        for (ProviderFactory<P, C> factory : factories(kind)) {
            if (settings.flag(prefix(factory) + "enabled", factory.enabledByDefault())) {
                try {
                    providers.put(factory.id(), make(factory, context));
                } catch (RuntimeException e) {
                    LOG.error("provider {} of kind {} is left out: {}", factory.id(), factory.kind(), e.getMessage(), e);
                }
            }
        }
        return providers;
    }

    /**
     * Makes the one provider of a kind that the server can't do without.
     *
     * @param <P> the kind
     * @param <C> what is lent to it
     * @param kind the factory interface
     * @param id which one
     * @param context what is lent to it
     * @return the provider
     * @throws IllegalStateException when there is none with this id
     */
    public <P extends Provider, C> P one(Class<? extends ProviderFactory<P, C>> kind, String id, Supplier<C> context) {
        List<ProviderFactory<P, C>> factories = factories(kind);
        ProviderFactory<P, C> factory = factories.stream().filter(candidate -> candidate.id().equals(id)).findFirst().orElseThrow(() ->
                new IllegalStateException("no provider " + id + " of kind " + kind.getSimpleName() + " is installed, only " + factories.stream().map(ProviderFactory::id).toList()));
        return make(factory, context);
    }

    private <P extends Provider, C> P make(ProviderFactory<P, C> factory, Supplier<C> context) {
        P provider = factory.create(ProviderConfig.read(settings, prefix(factory), factory.config()), context.get());
        loaded.add(0, new Loaded<>(factory.kind(), factory.id(), provider));
        return provider;
    }

    private static String prefix(ProviderFactory<?, ?> factory) {
        return "iam." + factory.kind() + "." + factory.id() + ".";
    }

    private static <P extends Provider, C> List<ProviderFactory<P, C>> factories(Class<? extends ProviderFactory<P, C>> kind) {
        List<ProviderFactory<P, C>> found = new ArrayList<>();
        Iterator<? extends ProviderFactory<P, C>> iterator = ServiceLoader.load(kind, kind.getClassLoader() == null ? null : Thread.currentThread().getContextClassLoader()).iterator();
        while (true) {
            try {
                if (!iterator.hasNext()) {
                    break;
                }
                found.add(iterator.next());
            } catch (ServiceConfigurationError e) {
                LOG.error("a provider of kind {} can't be loaded: {}", kind.getSimpleName(), e.getMessage(), e);
            }
        }
        found.sort(Comparator.comparingInt(ProviderFactory<P, C>::order).thenComparing(ProviderFactory::id));
        return found;
    }

    /** Whether every provider can do its work, and what is wrong with the others. */
    public Map<String, Health> health() {
        Map<String, Health> health = new LinkedHashMap<>();
        for (Loaded<?> one : loaded) {
            health.put(one.kind() + "/" + one.id(), one.provider().health());
        }
        return health;
    }

    @PreDestroy
    void close() {
        for (Loaded<?> one : loaded) {
            try {
                one.provider().close();
            } catch (RuntimeException e) {
                LOG.warn("provider {} of kind {} did not close: {}", one.id(), one.kind(), e.getMessage(), e);
            }
        }
    }
}
