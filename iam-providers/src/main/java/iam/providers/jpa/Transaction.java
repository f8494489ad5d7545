package iam.providers.jpa;

import iam.providers.jpa.Failures.LostException;
import iam.spi.store.StoreException;
import iam.spi.store.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A running transaction of one thread. The first failure inside dooms it, whoever catches the exception. */
final class Transaction {
    private final Connection connection;
    private final SqlSession session;
    private final Dialect dialect;
    private final Durability durability;
    private Connection borrowed;
    private RuntimeException failure;
    private final List<Runnable> afterwards = new ArrayList<>();

    Transaction(Connection connection, Dialect dialect, Durability durability) {
        this.connection = connection;
        this.session = new SqlSession(connection);
        this.dialect = dialect;
        this.durability = durability;
    }

    SqlSession session() {
        return session;
    }

    /** Has something done once all is stored. */
    void afterwards(Runnable action) {
        afterwards.add(action);
    }

    /** The same connection for somebody who closes it after use. */
    Connection borrowed() {
        if (borrowed == null) {
            borrowed = (Connection) Proxy.newProxyInstance(Transaction.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                    return null;
                }
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
        return borrowed;
    }

    /** Runs a part of the transaction. */
    <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    /** Runs all of it, from the beginning to commit or rollback. */
    <T> T run(Supplier<T> work) throws SQLException {
        dialect.begin(connection);
        boolean committed = false;
        try {
            T result = complete(work);
            commit();
            committed = true;
            afterwards.forEach(Runnable::run);
            return result;
        } finally {
            end(committed);
        }
    }

    private <T> T complete(Supplier<T> work) {
        T result;
        try {
            result = guard(work);
        } catch (RuntimeException e) {
            throw Failures.passing(failure) ? failure : e;
        }
        if (failure != null) {
            throw Failures.passing(failure) ? failure : new StoreException("a part of the transaction had failed, nothing of it is stored", failure);
        }
        return result;
    }

    private void commit() {
        try {
            durability.commit(session);
        } catch (SQLException e) {
            throw uncertain(Failures.translate("committing", e));
        }
    }

    /** When the connection is lost on the way of a commit, nobody knows whether it has happened: so it must not be repeated. */
    static RuntimeException uncertain(RuntimeException failure) {
        return failure instanceof LostException ? new StoreUnavailableException("the connection to the database is lost, the outcome is unknown", failure) : failure;
    }

    private void end(boolean committed) throws SQLException {
        try {
            if (!committed) {
                connection.rollback();
            }
            dialect.end(connection);
        } catch (SQLException e) {
            if (committed) {
                return; // all is stored; the pool throws the connection away
            }
            connection.abort(Runnable::run);
        }
    }

    private void fail(Throwable cause) {
        if (failure == null || Failures.passing(cause)) {
            failure = cause instanceof RuntimeException known ? known : new StoreException("the work failed", cause);
        }
    }
}
