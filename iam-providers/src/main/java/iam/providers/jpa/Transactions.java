package iam.providers.jpa;

import iam.spi.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The transaction of each thread. Outside of one, a statement commits itself, which spares the database three round trips; inside, everything, JPA's reading
 * included, runs on the transaction's connection.
 */
final class Transactions {
    private static final int ATTEMPTS = 6;
    private static final int LONGEST_PAUSE = 20;

    private final DataSource pool;
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    Transactions(DataSource pool) {
        this.pool = pool;
    }

    /** A connection for JPA: that of the transaction, if there is one. */
    Connection connection() throws SQLException {
        Transaction transaction = current.get();
        return transaction == null ? pool.getConnection() : transaction.borrowed();
    }

    /** Runs one statement, in the transaction or as one of its own. */
    <T> T statement(String action, SqlWork<T> work) {
        Transaction transaction = current.get();
        return transaction == null ? repeat(() -> alone(action, work)) : part(transaction, action, work);
    }

    /** Runs several statements in one transaction. */
    <T> T together(String action, SqlWork<T> work) {
        return run(() -> part(current.get(), action, work));
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
                return work.run(transaction.connection());
            } catch (SQLException e) {
                throw Failures.translate(action, e);
            }
        });
    }

    private <T> T alone(String action, SqlWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw Transaction.uncertain(Failures.translate(action, e));
        }
    }

    private <T> T outermost(Supplier<T> work) {
        try (Connection connection = pool.getConnection()) {
            Transaction transaction = new Transaction(connection);
            current.set(transaction);
            try {
                return transaction.run(work);
            } finally {
                current.remove();
            }
        } catch (SQLException e) {
            throw Failures.translate("the transaction", e);
        }
    }

    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw Failures.translate("reading", e);
        }
    }

    private static <T> T repeat(Supplier<T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return work.get();
            } catch (StoreException e) {
                if (!Failures.passing(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
        return work.get();
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting to repeat a transaction", e);
        }
    }
}
