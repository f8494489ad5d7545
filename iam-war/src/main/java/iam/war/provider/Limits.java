package iam.war.provider;

import iam.spi.config.Config;
import iam.war.config.Settings;
import java.time.Duration;
import java.util.Map;

/**
 * What the server grants a provider.
 *
 * @param deadline how long a call may take
 * @param concurrency how many calls may run at once
 */
record Limits(Duration deadline, int concurrency) {
    /** For the start: making a provider may open connections. */
    static final Duration START = Duration.ofSeconds(30);
    /** For the readiness check. */
    static final Duration HEALTH = Duration.ofSeconds(1);
    private static final int CONCURRENCY = 16;
    /** Every call of the API is behind a store; a sink is told one thing after the other. */
    private static final Map<String, Integer> CONCURRENCIES = Map.of("store", 64, "notification", 1);

    /** Those of a provider, by {@code deadline} and {@code concurrency} below its prefix. */
    static Limits of(Settings settings, Candidate candidate) {
        // Every call of the API waits for the authentication methods.
        String deadline = settings.text(candidate.prefix() + "deadline", candidate.kind().equals("authn") ? "2s" : "15s");
        int concurrency = settings.integer(candidate.prefix() + "concurrency", CONCURRENCIES.getOrDefault(candidate.kind(), CONCURRENCY));
        if (concurrency < 1) {
            throw new IllegalArgumentException(candidate.prefix() + "concurrency must be at least 1");
        }
        return new Limits(Config.parseDuration(deadline), concurrency);
    }
}
