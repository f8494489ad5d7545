package iam.war.crypto;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDs of version 7 (RFC 9562): those of one node grow, those of several nodes grow with their clocks, so that new rows stand together in an index. */
public final class GrowingIds {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final AtomicLong LAST = new AtomicLong();

    private GrowingIds() {
    }

    /** A new one. */
    public static String next() {
        long tick = LAST.accumulateAndGet(System.currentTimeMillis() << COUNTER_BITS, (last, now) -> Math.max(last + 1, now));
        long high = (tick >>> COUNTER_BITS) << 16 | 0x7000 | tick & COUNTER;
        long low = Long.MIN_VALUE | Long.parseUnsignedLong(Randoms.hex(8), 16) >>> 2;
        return new UUID(high, low).toString();
    }
}
