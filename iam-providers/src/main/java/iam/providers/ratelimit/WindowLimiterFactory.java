package iam.providers.ratelimit;

import iam.spi.config.Config;
import iam.spi.ratelimit.RateLimitContext;
import iam.spi.ratelimit.RateLimiter;
import iam.spi.ratelimit.RateLimiterFactory;

/** Registers the limiter that counts in the store. */
public final class WindowLimiterFactory implements RateLimiterFactory {
    /** For the service loader. */
    public WindowLimiterFactory() {
    }

    @Override
    public String id() {
        return "window";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public RateLimiter create(Config config, RateLimitContext context) {
        return new WindowLimiter(context);
    }
}
