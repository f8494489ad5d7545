package iam.spi.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} has to fulfil. Extend it, implement {@link #open}, and run it with JUnit. */
public abstract class RateLimiterContract {
    private static final Limit THREE = new Limit(3, Duration.ofHours(1));

    private RateLimiter limiter;

    /** For subclasses. */
    protected RateLimiterContract() {
    }

    /**
     * Makes the limiter.
     *
     * @param context shared counters
     * @return the limiter
     */
    protected abstract RateLimiter open(RateLimitContext context);

    @BeforeEach
    void open() {
        Map<String, AtomicInteger> counters = new ConcurrentHashMap<>();
        limiter = open((counter, life) -> counters.computeIfAbsent(counter, name -> new AtomicInteger()).incrementAndGet());
    }

    @Test
    void allowsSoManyAndNoMore() {
        for (int i = 0; i < THREE.calls(); i++) {
            assertEquals(Duration.ZERO, limiter.count("a", THREE));
        }
        Duration wait = limiter.count("a", THREE);
        assertFalse(wait.isZero() || wait.isNegative());
        assertTrue(wait.compareTo(THREE.window()) <= 0);
    }

    @Test
    void keepsKeysApart() {
        IntStream.range(0, 10).forEach(i -> limiter.count("a", THREE));
        assertEquals(Duration.ZERO, limiter.count("b", THREE));
    }

    @Test
    void allowsAgainAfterTheWindow() throws InterruptedException {
        Limit second = new Limit(1, Duration.ofSeconds(1));
        limiter.count("a", second);
        limiter.count("a", second);
        Thread.sleep(1100);
        assertEquals(Duration.ZERO, limiter.count("a", second));
    }

    @Test
    void countsConcurrentAttempts() {
        long allowed = IntStream.range(0, 200).parallel().filter(i -> limiter.count("a", THREE).isZero()).count();
        assertEquals(THREE.calls(), allowed);
    }

    @Test
    void takesAnyKey() {
        assertEquals(Duration.ZERO, limiter.count("'\"%\u0000 ".repeat(10_000), THREE));
    }
}
