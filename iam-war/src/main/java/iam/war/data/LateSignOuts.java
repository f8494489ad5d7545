package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.entity.Token;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The late sign-outs, in memory: at once on the node that signed out, within a second on the others. They are remembered for some time after they are done, since
 * a row may have been read before it was ended.
 */
final class LateSignOuts {
    private static final long AGE = Duration.ofMillis(500).toNanos();
    private static final long MEMORY = Duration.ofSeconds(3).toNanos();

    private static final Set<Class<?>> CONCERNED = Set.of(Token.class, BrowserSession.class);

    private final EntityStore store;
    private final AtomicLong changes = new AtomicLong();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), System.nanoTime() - AGE, 0);

    LateSignOuts(EntityStore store) {
        this.store = store;
    }

    private record Who(String organization, String user) {
    }

    private record Seen(long signedOutAt, long time) {
    }

    private record Snapshot(Map<Who, Seen> seen, long time, long changes) {
        boolean ended(String organization, String user, long since) {
            Seen signOut = seen.isEmpty() ? null : seen.get(new Who(organization, user));
            return signOut != null && since <= signOut.signedOutAt();
        }
    }

    /** Says that the next read has to ask the store. */
    void changed() {
        changes.incrementAndGet();
    }

    /** A row as it counts. What is known is asked for before the row is read: a sign-out that is done in between has ended the row itself. */
    <E extends Entity> Optional<E> row(EntityType<E> type, Supplier<Optional<E>> read) {
        if (!CONCERNED.contains(type.javaType())) {
            return read.get();
        }
        Snapshot known = current();
        return read.get().flatMap(row -> judged(known, row));
    }

    /** Rows as they count. */
    <E extends Entity> List<E> rows(EntityType<E> type, Supplier<List<E>> read) {
        if (!CONCERNED.contains(type.javaType())) {
            return read.get();
        }
        Snapshot known = current();
        return read.get().stream().map(row -> judged(known, row)).flatMap(Optional::stream).collect(Collectors.toList());
    }

    /** An ended token has no time left, an ended session is not there. */
    private static <E extends Entity> Optional<E> judged(Snapshot known, E row) {
        if (row instanceof Token token && !token.grantType.equals(Token.CLIENT_CREDENTIALS) && known.ended(token.organization, token.user, token.issuedAt)) {
            token.expiresIn = 0;
        }
        boolean gone = row instanceof BrowserSession session && known.ended(session.organization, session.user, session.createdAt);
        return gone ? Optional.empty() : Optional.of(row);
    }

    private Snapshot current() {
        Snapshot current = snapshot;
        return current.changes() == changes.get() && System.nanoTime() - current.time() < AGE ? current : refresh();
    }

    private synchronized Snapshot refresh() {
        long change = changes.get();
        long now = System.nanoTime();
        if (snapshot.changes() != change || now - snapshot.time() >= AGE) {
            Map<Who, Seen> seen = new HashMap<>(snapshot.seen());
            seen.values().removeIf(known -> now - known.time() > MEMORY);
            for (LateSignOut row : store.list(LateSignOut.TYPE, Query.where())) {
                seen.merge(new Who(row.organization, row.user), new Seen(row.signedOutAt, now), (one, other) -> one.signedOutAt() > other.signedOutAt() ? one : other);
            }
            snapshot = new Snapshot(seen, now, change);
        }
        return snapshot;
    }
}
