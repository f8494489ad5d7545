package iam.war.provider;

import iam.spi.Health;
import iam.spi.Provider;
import iam.spi.config.Config;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that was made, or was to be made.
 *
 * @param candidate where it comes from
 * @param config its settings; empty when they are wrong
 * @param provider itself; empty when it could not be made
 * @param guard what stands before it; empty for one of ours that does not block
 * @param failure why it could not be made; empty when it was
 */
record Installed(Candidate candidate, Optional<Config> config, Optional<Provider> provider, Optional<Guard> guard, Optional<Throwable> failure) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Installed.class);

    /** Whether the server can't do its work without it: ours, and required plugins. */
    boolean required() {
        return candidate.plugin().map(plugin -> plugin.manifest().required()).orElse(true);
    }

    /** Why it could not be made; empty text when it was. */
    String reason() {
        return failure.map(Plugins::reason).orElse("");
    }

    /** How it is. */
    Health health() {
        if (provider.isEmpty()) {
            return Health.down(reason());
        }
        if (guard.isEmpty()) {
            return provider.get().health();
        }
        if (guard.get().open()) {
            return Health.down("it has failed too often and is left alone for some seconds");
        }
        try {
            Health health = guard.get().within(Limits.HEALTH, provider.get()::health);
            return health == null ? Health.down("its health is null") : health;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down("interrupted");
        } catch (Exception e) {
            return Health.down(Plugins.reason(e));
        }
    }

    /** Its settings for an operator, secrets left out. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        config.ifPresent(values -> candidate.config().forEach(property -> {
            String value = values.text(property.name());
            settings.put(property.name(), property.secret() && !value.isEmpty() ? "***" : value);
        }));
        return settings;
    }

    /** Closes the provider when the server stops. */
    @Override
    public void close() {
        close(Limits.HEALTH);
    }

    /** Closes the provider after the calls under way, which go on for as long as they may take. */
    void retire() {
        close(guard.map(Guard::deadline).orElse(Duration.ZERO));
    }

    /** It is foreign code, and the others have to be closed after it. */
    private void close(Duration patience) {
        try {
            if (guard.isPresent() && provider.isPresent()) {
                guard.get().close(patience, provider.get()::close);
            } else {
                provider.ifPresent(Provider::close);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            LOG.warn("provider {} did not close: {}", candidate.name(), e.getMessage(), e);
        } finally {
            guard.ifPresent(Guard::close);
        }
    }
}
