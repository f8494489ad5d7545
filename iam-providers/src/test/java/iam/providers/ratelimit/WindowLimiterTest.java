package iam.providers.ratelimit;

import iam.spi.config.Config;
import iam.spi.ratelimit.RateLimitContext;
import iam.spi.ratelimit.RateLimiter;
import iam.spi.ratelimit.RateLimiterContract;
import java.util.Map;

class WindowLimiterTest extends RateLimiterContract {
    @Override
    protected RateLimiter open(RateLimitContext context) {
        return new WindowLimiterFactory().create(new Config(Map.of()), context);
    }
}
