package iam.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every provider of any kind has to do; the kits of the kinds extend it.
 *
 * @param <P> the kind
 * @param <C> what the server lends to it
 */
public abstract class ProviderContract<P extends Provider, C> {
    /** The provider under test, made anew for each test. */
    protected P provider;

    /** For subclasses. */
    protected ProviderContract() {
    }

    /** The factory under test. */
    protected abstract ProviderFactory<P, C> factory();

    /** Settings by the last part of their keys; those with a default may be left out. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** What is lent to the provider; null where a kind has no context. */
    protected C context() {
        return null;
    }

    /** Makes the provider. */
    @BeforeEach
    protected void makeProvider() {
        Map<String, String> values = new HashMap<>();
        factory().config().forEach(property -> values.put(property.name(), property.defaultValue()));
        values.putAll(settings());
        provider = factory().create(new Config(values), context());
        assertNotNull(provider, "the factory answered null");
    }

    /** Closes the provider. */
    @AfterEach
    protected void closeProvider() {
        provider.close();
    }

    @Test
    void factoryIsWellFormed() {
        assertTrue(factory().id().matches("[a-z0-9]+([.-][a-z0-9]+)*"), factory().id());
        assertEquals(factory().id(), factory().id());
        for (ConfigProperty property : factory().config()) {
            assertTrue(property.name().matches("[a-z0-9]+([.-][a-z0-9]+)*"), property.name());
            assertFalse(property.description().isEmpty(), property.name() + " has no description");
            assertFalse(property.secret() && !property.defaultValue().isEmpty(), property.name() + " is a secret that everybody knows");
        }
    }

    @Test
    void leavesTheSettingsOfTheServerAlone() {
        for (ConfigProperty property : factory().config()) {
            assertFalse(java.util.Set.of("enabled", "order", "deadline", "concurrency", "types").contains(property.name()), property.name() + " is a setting of the server");
        }
    }

    @Test
    void saysHowItIs() {
        assertNotNull(provider.health());
    }
}
