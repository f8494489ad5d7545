package iam.spi.ratelimit;

import java.time.Duration;

/** What the server lends to limiters: counters that all nodes share and that vanish by themselves. Safe for use by several threads; methods may block. */
public interface RateLimitContext {
    /**
     * Adds one to a counter, which begins at 0.
     *
     * @param counter its name; may be long and hold anything
     * @param life how long it is kept after its first use
     * @return its new value; of concurrent calls each gets another one
     */
    int increment(String counter, Duration life);
}
