package iam.providers.jpa;

import iam.spi.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Brings commits of H2 to its file, many at a time. By itself H2 either does that half a second later, or for each transaction alone, which costs 80 KB and more
 * CPU than all the rest: every commit writes each changed page of each index anew.
 */
final class GroupCommit implements Durability {
    /** From the beginning of one writing to that of the next: who commits alone waits as long as on a disk. */
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(3);

    private final AtomicLong asked = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private long written;
    private long begun = System.nanoTime() - GATHERING;

    @Override
    public void await(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class) || !(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return; // not ours to write
        }
        long ticket = asked.incrementAndGet();
        writing.lock();
        try {
            if (written < ticket) {
                LockSupport.parkNanos(begun + GATHERING - System.nanoTime());
                begun = System.nanoTime();
                long last = asked.get();
                write(session.getDatabase().getStore().getMvStore());
                written = last;
            }
        } catch (MVStoreException e) {
            throw new StoreUnavailableException("the database can't write its file, the outcome is unknown", e);
        } finally {
            writing.unlock();
        }
    }

    private static void write(MVStore store) {
        store.commit();
        // its threads have written all when they come to this
        store.executeFilestoreOperation(() -> { });
        store.sync();
    }
}
