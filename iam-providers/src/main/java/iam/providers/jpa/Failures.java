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

    private Failures() {
    }

    static RuntimeException translate(String action, Throwable failure) {
        SQLException sql = sql(failure);
        if (failure instanceof StoreException known) {
            return known;
        } else if (sql == null) {
            return failure instanceof RuntimeException unknown ? unknown : new StoreException(action + " failed", failure);
        } else if (unavailable(sql)) {
            return new StoreUnavailableException("the database can't be reached", sql);
        } else if (repeatable(sql)) {
            return new RepeatableException(action + " met a deadlock", sql);
        }
        return duplicate(sql) ? new DuplicateKeyException(action + " met a taken key", sql) : new StoreException(action + " failed", sql);
    }

    static boolean duplicate(SQLException e) {
        return "23505".equals(e.getSQLState()) || "23000".equals(e.getSQLState()) && e.getErrorCode() == 1062;
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

    /** A deadlock: nothing has happened, and the same work may succeed when it runs again. */
    static final class RepeatableException extends StoreException {
        private static final long serialVersionUID = 1;

        RepeatableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
