package iam.war.provider;

import iam.spi.Health;
import iam.spi.Provider;
import iam.spi.ProviderFactory;
import iam.spi.secret.SecretContext;
import iam.spi.secret.SecretSourceFactory;
import iam.war.Component;
import iam.war.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the providers of each kind, ours and those of plugins, makes them with checked settings, and closes them at the end. */
@Component
public final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final Settings settings;
    private final UnaryOperator<String> secrets = new Secrets(() -> all(SecretSourceFactory.class, () -> new SecretContext(dataDirectory())).values());
    private final ProviderMaker maker;
    private final Plugins plugins;
    private final List<Slot> slots = new CopyOnWriteArrayList<>();
    private final PluginReload reload;

    /**
     * How a provider fares.
     *
     * @param name kind and id
     * @param calls how often it was called
     * @param failures how often it did not do its work
     * @param paused whether it is left alone at present
     */
    public record Figure(String name, long calls, long failures, boolean paused) {
    }

    @Inject
    Providers(Settings settings) {
        this.settings = settings;
        maker = new ProviderMaker(settings, secrets);
        Path directory = settings.find("iam.providers.dir").map(Path::of).orElseGet(() -> settings.dataDirectory().resolve("providers"));
        plugins = new Plugins(directory, Providers.class.getClassLoader(), OwnProviders::of);
        reload = new PluginReload(maker, plugins, slots);
    }

    /**
     * Makes all providers of a kind that are turned on, by {@code iam.<kind>.<id>.enabled} or by default. One that fails is logged and left out, unless it
     * comes with a required plugin.
     *
     * @param <P> the kind
     * @param <C> what is lent to it
     * @param kind the factory interface
     * @param context what is lent to it
     * @return in their order, by id
     * @throws IllegalStateException when one of a required plugin fails
     */
    public <P extends Provider, C> Map<String, P> all(Class<? extends ProviderFactory<P, C>> kind, Supplier<C> context) {
        Map<String, P> providers = new LinkedHashMap<>();
        for (Candidate candidate : candidates(kind)) {
            if (settings.flag(candidate.prefix() + "enabled", candidate.enabled())) {
                Slot slot = install(candidate, context);
                if (slot.installed().provider().isPresent()) {
                    providers.put(candidate.id(), ProviderMaker.callable(slot));
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
     * @throws IllegalStateException when there is none with this id, or it can't be made
     */
    public <P extends Provider, C> P one(Class<? extends ProviderFactory<P, C>> kind, String id, Supplier<C> context) {
        List<Candidate> candidates = candidates(kind);
        Candidate candidate = candidates.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() ->
                new IllegalStateException("no provider " + id + " of kind " + kind.getSimpleName() + " is installed, only " + candidates.stream().map(Candidate::id).toList()));
        Slot slot = install(candidate, context);
        Installed made = slot.installed();
        if (made.provider().isEmpty()) {
            throw new IllegalStateException("provider " + candidate.name() + " can't be used: " + made.reason(), made.failure().orElse(null));
        }
        return ProviderMaker.callable(slot);
    }

    private Path dataDirectory() {
        return settings.dataDirectory();
    }

    /**
     * A setting of the server itself that may name a secret, as those of providers may.
     *
     * @throws IllegalArgumentException when no source knows the secret
     */
    public Optional<String> setting(String key) {
        return settings.find(key).map(secrets);
    }

    /** The ids of a kind that are installed, turned on or not. */
    public List<String> ids(Class<? extends ProviderFactory<?, ?>> kind) {
        return candidates(kind).stream().map(Candidate::id).toList();
    }

    private <C> Slot install(Candidate candidate, Supplier<C> context) {
        Installed made = maker.make(candidate, context);
        Slot slot = new Slot(made, context);
        slots.add(0, slot);
        if (made.provider().isEmpty()) {
            LOG.debug("{}", candidate.name(), made.failure().orElse(null));
            if (candidate.plugin().isPresent() && made.required()) {
                String line = "provider " + candidate.name() + " of a required plugin failed: " + candidate.origin() + ": " + made.reason();
                LOG.error(line);
                throw new IllegalStateException(line, made.failure().orElse(null));
            }
            LOG.error("provider {} of {} is left out: {}", candidate.name(), candidate.origin(), made.reason());
        }
        return slot;
    }

    /** Those of plugins take the place of ours with the same id, which {@link Plugins} has checked. */
    private List<Candidate> candidates(Class<?> kind) {
        Map<String, Candidate> byId = new LinkedHashMap<>();
        OwnProviders.of(kind).forEach(candidate -> byId.put(candidate.id(), candidate));
        plugins.candidates().stream().filter(candidate -> candidate.type() == kind).forEach(candidate -> byId.put(candidate.id(), candidate));
        return byId.values().stream().sorted(Comparator.comparingInt(this::order).thenComparing(Candidate::id)).toList();
    }

    private int order(Candidate candidate) {
        return settings.integer(candidate.prefix() + "order", candidate.order());
    }

    /** How every provider is, by kind and id, and that a plugin was refused, by {@code plugin} and file. */
    public Map<String, Health> health() {
        Map<String, Health> health = new LinkedHashMap<>();
        plugins.refusals().forEach(refusal -> health.put(refusal.name(), Health.down(refusal.reason())));
        for (Installed one : installed()) {
            health.put(one.candidate().name(), one.health());
        }
        return health;
    }

    /** Whether the server can do its work without it: a provider of an optional plugin, one of ours that is left out, or a plugin that was refused. */
    public boolean optional(String name) {
        return plugins.refusals().stream().anyMatch(refusal -> refusal.name().equals(name)) || installed().stream().anyMatch(one -> one.candidate().name().equals(name) && (!one.required() || one.provider().isEmpty()));
    }

    /** The figures of those behind guards. */
    public List<Figure> figures() {
        return installed().stream().flatMap(one -> one.guard().map(guard -> new Figure(one.candidate().name(), guard.calls(), guard.failures(), guard.open())).stream()).toList();
    }

    /** How many threads each plugin has started that still run. */
    public Map<String, Integer> threads() {
        Map<String, Integer> threads = new TreeMap<>();
        plugins.all().forEach(plugin -> threads.put(plugin.manifest().id(), PluginThreads.of(plugin.loader()).size()));
        return threads;
    }

    /** All that were made, or were to be made. */
    Collection<Installed> installed() {
        return slots.stream().map(Slot::installed).toList();
    }

    /**
     * Exchanges a plugin for what lies in its files now.
     *
     * @throws RuntimeException when that can't be done, in words for an operator; then the plugin works on as it was
     */
    void reload(String id) {
        if (!settings.flag("iam.providers.reload", false)) {
            throw new IllegalArgumentException("iam.providers.reload is not set");
        }
        reload.reload(id);
    }

    Plugins plugins() {
        return plugins;
    }

    @PreDestroy
    void close() {
        installed().forEach(Installed::close);
        plugins.close();
    }
}
