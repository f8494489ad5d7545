package iam.spi.ratelimit;

import iam.spi.Provider;
import java.time.Duration;

/** Bounds how often something may be done, over all nodes. May block for as long as a look-up in the store takes. */
public interface RateLimiter extends Provider {
    /**
     * Counts one attempt.
     *
     * @param key what is counted, such as a kind of call with an address; never empty, may be long and hold anything a client sends
     * @param limit how many are allowed
     * @return how long to wait before the next attempt may succeed; {@link Duration#ZERO} when this one is within the limit. Never null
     * @throws RuntimeException when it can't be counted; the server then lets the attempt pass
     */
    Duration count(String key, Limit limit);
}
