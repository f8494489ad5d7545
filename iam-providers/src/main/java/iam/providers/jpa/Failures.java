package iam.providers.jpa;

import iam.spi.store.DuplicateKeyException;
import iam.spi.store.StoreException;
import iam.spi.store.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What the errors of databases mean. */
final class Failures {
    /** H2: connection broken, database already in use, closed, being closed. */
    private static final Set<Integer> H2_UNAVAILABLE = Set.of(90067, 90020, 90098, 90121);
    /** MariaDB: "record has changed since last read", the deadlock of snapshots. */
    private static final int CHANGED_SINCE_READ = 1020;
    private static final int MARIADB_DUPLICATE = 1062;

    private Failures() {
    }

    static RuntimeException translate(String action, Throwable failure) {
        SQLException sql = sql(failure);
        if (failure instanceof StoreException known) {
            return known;
        } else if (sql == null) {
            return failure instanceof RuntimeException unknown ? unknown : new StoreException(action + " failed", failure);
        } else if (sql instanceof SQLTransientConnectionException) {
            return new StoreUnavailableException("the database can't be reached", sql);
        } else if (unavailable(sql)) {
            return new LostException("the connection to the database is lost", sql);
        } else if (repeatable(sql)) {
            return new DeadlockException(action + " met a deadlock", sql);
        }
        return duplicate(sql) ? new DuplicateKeyException(action + " met a taken key", sql) : new StoreException(action + " failed", sql);
    }

    static boolean duplicate(SQLException e) {
        return state(e).equals("23505") || state(e).equals("23000") && e.getErrorCode() == MARIADB_DUPLICATE;
    }

    static boolean unavailable(SQLException e) {
        return e instanceof SQLNonTransientConnectionException || e instanceof SQLTransientConnectionException
                || state(e).startsWith("08") || H2_UNAVAILABLE.contains(e.getErrorCode());
    }

    private static boolean repeatable(SQLException e) {
        return state(e).equals("40001") || e.getErrorCode() == CHANGED_SINCE_READ;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static SQLException sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** What an operator wants to read: the innermost message, which names the host or the user, never a password. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** Whether the same transaction may succeed when it runs again. */
    static boolean passing(Throwable failure) {
        return failure instanceof DeadlockException || failure instanceof LostException;
    }

    /** A deadlock: nothing has happened. */
    static final class DeadlockException extends StoreException {
        private static final long serialVersionUID = 1;

        DeadlockException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A connection that worked before is dead; what was not committed on it has not happened. */
    static final class LostException extends StoreUnavailableException {
        private static final long serialVersionUID = 1;

        LostException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
