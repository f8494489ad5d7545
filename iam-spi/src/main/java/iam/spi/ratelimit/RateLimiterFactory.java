package iam.spi.ratelimit;

import iam.spi.ProviderFactory;

/** Registers a {@link RateLimiter}. Which one is used is the setting {@code iam.ratelimit}. */
public interface RateLimiterFactory extends ProviderFactory<RateLimiter, RateLimitContext> {
    @Override
    default String kind() {
        return "ratelimit";
    }
}
