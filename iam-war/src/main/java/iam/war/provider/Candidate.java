package iam.war.provider;

import iam.spi.Provider;
import iam.spi.ProviderFactory;
import iam.spi.config.ConfigProperty;
import java.util.List;
import java.util.Optional;

/**
 * A factory that was found, with what it says of itself read once: a plugin is not asked again.
 *
 * @param factory the factory
 * @param type the interface it is registered under
 * @param plugin the plugin it came with; empty for one of ours
 * @param kind its kind as in configuration keys
 * @param id its id
 * @param order where it stands, unless settings say otherwise
 * @param enabled whether it is used, unless settings say otherwise
 * @param config the settings it reads
 */
record Candidate(ProviderFactory<?, ?> factory, Class<?> type, Optional<Plugin> plugin, String kind, String id, int order, boolean enabled, List<ConfigProperty> config) {
    static Candidate of(ProviderFactory<?, ?> factory, Class<?> type, Optional<Plugin> plugin) {
        String id = factory.id();
        if (id == null || !id.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException(factory.getClass().getName() + " has no good id: '" + id + "'");
        }
        return new Candidate(factory, type, plugin, factory.kind(), id, factory.order(), factory.enabledByDefault(), List.copyOf(factory.config()));
    }

    /** As it stands in log lines and manifests. */
    String name() {
        return kind + "/" + id;
    }

    /** What its keys begin with. */
    String prefix() {
        return "iam." + kind + "." + id + ".";
    }

    /** Where it comes from, for operators. */
    String origin() {
        return plugin.map(Plugin::jarNames).orElse("the server itself");
    }

    /** The same factory as the kind it was asked for. */
    @SuppressWarnings("unchecked")
    <P extends Provider, C> ProviderFactory<P, C> typed() {
        return (ProviderFactory<P, C>) factory;
    }
}
