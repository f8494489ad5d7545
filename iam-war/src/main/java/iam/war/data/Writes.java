package iam.war.data;

import iam.api.EntityType;
import iam.war.Component;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what this node has written, so that what is made of many rows can be made anew at once. */
@Component
public final class Writes {
    private final Map<EntityType<?>, AtomicLong> counts = new ConcurrentHashMap<>();

    /** How many writes of a remembered type have come to count since the start. */
    public long of(EntityType<?> type) {
        return counter(type).get();
    }

    void count(EntityType<?> type) {
        counter(type).incrementAndGet();
    }

    private AtomicLong counter(EntityType<?> type) {
        return counts.computeIfAbsent(type, any -> new AtomicLong());
    }
}
