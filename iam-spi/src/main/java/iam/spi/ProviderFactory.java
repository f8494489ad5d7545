package iam.spi;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import java.util.List;

/**
 * What a plugin registers for {@link java.util.ServiceLoader}: it names a provider, says how it is configured, and makes it.
 *
 * <p>Each kind of provider has a subinterface of its own; a plugin implements that one and lists the class in {@code META-INF/services} under its name.
 * The constructor does no I/O and throws nothing. The server calls {@link #config()}, then {@link #create} once, from one thread.
 *
 * @param <P> the kind of provider
 * @param <C> what the server lends to providers of this kind
 */
public interface ProviderFactory<P extends Provider, C> {
    /**
     * The kind of provider as it stands in configuration keys.
     *
     * @return such as {@code store}
     */
    String kind();

    /**
     * The id of the provider, unique among its kind.
     *
     * @return lower case letters, digits and hyphens, such as {@code jpa}
     */
    String id();

    /**
     * Where the provider stands among those of its kind that are asked one after the other.
     *
     * @return lower comes first; 1000 by default. Our own stand at multiples of 100
     */
    default int order() {
        return 1000;
    }

    /**
     * The settings it reads, as {@code iam.<kind>.<id>.<name>}.
     *
     * @return empty by default
     */
    default List<ConfigProperty> config() {
        return List.of();
    }

    /**
     * Whether the provider is used unless {@code iam.<kind>.<id>.enabled} says otherwise.
     *
     * @return true by default; false for one that can't work without settings
     */
    default boolean enabledByDefault() {
        return true;
    }

    /**
     * Makes the provider. May do I/O and block.
     *
     * @param config the settings that {@link #config()} declares, checked against it
     * @param context what the server lends to this kind
     * @return never null
     * @throws RuntimeException when the provider can't work; its message goes to the operator's log and holds no secrets
     */
    P create(Config config, C context);
}
