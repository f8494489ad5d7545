package iam.providers.ratelimit;

import iam.spi.ratelimit.Limit;
import iam.spi.ratelimit.RateLimitContext;
import iam.spi.ratelimit.RateLimiter;
import java.time.Duration;

/** Counts in fixed windows of time, with counters that all nodes share: one write for each attempt. */
final class WindowLimiter implements RateLimiter {
    private final RateLimitContext counters;

    WindowLimiter(RateLimitContext counters) {
        this.counters = counters;
    }

    @Override
    public Duration count(String key, Limit limit) {
        long window = limit.window().toMillis();
        long now = System.currentTimeMillis();
        int value = counters.increment(key + " " + now / window, limit.window());
        return value <= limit.calls() ? Duration.ZERO : Duration.ofMillis(window - now % window);
    }
}
