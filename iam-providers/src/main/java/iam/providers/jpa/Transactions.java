package iam.providers.jpa;

import iam.providers.jpa.Failures.LostException;
import iam.spi.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transaction of each thread. Outside of one, a statement commits itself, which spares the database three round trips; inside, everything, JPA's reading
 * included, runs on the transaction's connection.
 */
final class Transactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 20;
    private static final int LONGEST_PAUSE = 20;
    private static final int MOST_PAUSES = 8;

    private final DataSource pool;
    private final Runnable onLost;
    private final Dialect dialect;
    private final Durability durability;
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    /**
     * Makes them.
     *
     * @param pool where connections come from
     * @param onLost told when a connection turns out to be dead, because others then are dead too
     * @param dialect that of the database
     * @param durability how it commits
     */
    Transactions(DataSource pool, Runnable onLost, Dialect dialect, Durability durability) {
        this.pool = pool;
        this.onLost = onLost;
        this.dialect = dialect;
        this.durability = durability;
    }

    /** A connection for JPA: that of the transaction, if there is one. */
    Connection connection() throws SQLException {
        Transaction transaction = current.get();
        return transaction == null ? pool.getConnection() : transaction.borrowed();
    }

    /** Whether the thread is in a transaction. */
    boolean open() {
        return current.get() != null;
    }

    /** Runs one statement that writes, in the transaction or as one of its own. */
    <T> T statement(String action, SqlWork<T> work) {
        Transaction transaction = current.get();
        if (transaction != null) {
            return part(transaction, action, work);
        }
        return durability.ofStatements() ? repeat(() -> alone(action, work)) : together(action, work);
    }

    /** Runs one statement that only reads. */
    <T> T query(String action, SqlWork<T> work) {
        Transaction transaction = current.get();
        return transaction == null ? repeat(() -> alone(action, work)) : part(transaction, action, work);
    }

    /** Runs several statements in one transaction. */
    <T> T together(String action, SqlWork<T> work) {
        return run(() -> part(current.get(), action, work));
    }

    /** Does something once what the thread has written is stored: now, or when its transaction has been committed. */
    void afterwards(Runnable action) {
        Transaction transaction = current.get();
        if (transaction == null) {
            action.run();
        } else {
            transaction.afterwards(action);
        }
    }

    /** Runs reading work. */
    <T> T reading(Supplier<T> work) {
        Transaction transaction = current.get();
        return transaction == null ? repeat(() -> translated(work)) : transaction.guard(() -> translated(work));
    }

    <T> T run(Supplier<T> work) {
        Transaction transaction = current.get();
        return transaction == null ? repeat(() -> outermost(work)) : transaction.guard(work);
    }

    private <T> T part(Transaction transaction, String action, SqlWork<T> work) {
        return transaction.guard(() -> {
            try {
                return work.run(transaction.session());
            } catch (SQLException e) {
                throw failure(action, e);
            }
        });
    }

    private <T> T alone(String action, SqlWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.run(new SqlSession(connection));
        } catch (SQLException e) {
            throw Transaction.uncertain(failure(action, e));
        }
    }

    private <T> T outermost(Supplier<T> work) {
        try (Connection connection = pool.getConnection()) {
            Transaction transaction = new Transaction(connection, dialect, durability);
            current.set(transaction);
            try {
                return transaction.run(work);
            } finally {
                current.remove();
            }
        } catch (SQLException e) {
            throw failure("the transaction", e);
        }
    }

    private <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw failure("reading", e);
        }
    }

    private RuntimeException failure(String action, Exception cause) {
        RuntimeException failure = Failures.translate(action, cause);
        if (failure instanceof LostException) {
            onLost.run();
        }
        return failure;
    }

    private <T> T repeat(Supplier<T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return work.get();
            } catch (StoreException e) {
                if (!Failures.passing(e)) {
                    throw e;
                }
                pause(attempt);
                if (e instanceof LostException) {
                    reopen();
                }
            }
        }
        return work.get();
    }

    private void reopen() {
        try {
            durability.reopen(pool);
        } catch (SQLException e) {
            throw Failures.translate("opening the database again", e);
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE * Math.min(attempt, MOST_PAUSES)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting to repeat a transaction", e);
        }
    }

    /** Ends the database's work, if it is there. */
    @Override
    public void close() {
        try {
            durability.close(pool);
        } catch (SQLException e) {
            LOG.debug("the database can't be told that this is the end", e);
        }
    }
}
