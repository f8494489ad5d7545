package iam.war.data;

import iam.api.EntityType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What is made of many rows, in memory: made anew after a write of one of their types on this node, and when it is older than half a second, so that a change
 * counts on every node within a second.
 *
 * @param <T> what is made, unchangeable
 */
public final class Summary<T> {
    private static final long AGE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Writes writes;
    private final List<EntityType<?>> types;
    private final Supplier<T> make;
    private volatile Made<T> made;

    /**
     * Makes nothing yet.
     *
     * @param types remembered types whose rows it is made of
     * @param make reads them
     */
    public Summary(Writes writes, List<EntityType<?>> types, Supplier<T> make) {
        this.writes = writes;
        this.types = types;
        this.make = make;
    }

    private record Made<T>(T value, long writes, long time) {
    }

    /** What was made lately, or is made now; of several callers one makes it. */
    public T get() {
        Made<T> current = made;
        return fresh(current) ? current.value() : refresh();
    }

    private boolean fresh(Made<T> current) {
        return current != null && current.writes() == written() && System.nanoTime() - current.time() < AGE;
    }

    private long written() {
        return types.stream().mapToLong(writes::of).sum();
    }

    private synchronized T refresh() {
        if (!fresh(made)) {
            long written = written();
            long now = System.nanoTime();
            made = new Made<>(make.get(), written, now);
        }
        return made.value();
    }
}
