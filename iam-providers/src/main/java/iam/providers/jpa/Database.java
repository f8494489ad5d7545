package iam.providers.jpa;

import iam.spi.Health;
import iam.spi.store.StoreException;
import iam.spi.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database at the first call, and, when it is away, again and again until it is there; so the server can start before its database. */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** Within this time after a failure callers are refused at once, instead of queueing up before a database that is away. */
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long HEALTH_MILLIS = 900;

    private final Pool pool;
    private final Tables tables;
    private volatile OpenDatabase opened;
    private RuntimeException failure;
    private long failedAt;
    private boolean closed;

    Database(Pool pool, Tables tables) {
        this.pool = pool;
        this.tables = tables;
    }

    OpenDatabase open() {
        OpenDatabase open = opened;
        return open == null ? openFirst() : open;
    }

    private synchronized OpenDatabase openFirst() {
        if (opened != null) {
            return opened;
        } else if (closed) {
            throw new StoreUnavailableException("the store is closed", null);
        } else if (failure != null && System.nanoTime() - failedAt < PAUSE) {
            throw again(failure);
        }
        try {
            opened = connect();
            failure = null;
            return opened;
        } catch (SQLException | RuntimeException e) {
            throw failed(Failures.translate("opening the database", e));
        }
    }

    private RuntimeException failed(RuntimeException cause) {
        if (failure == null) {
            LOG.warn("the database {} can't be opened, it will be tried again: {}", pool.address(), Failures.reason(cause));
        }
        failure = cause;
        failedAt = System.nanoTime();
        return cause;
    }

    private static StoreException again(RuntimeException failure) {
        return failure instanceof StoreUnavailableException
                ? new StoreUnavailableException(failure.getMessage(), failure)
                : new StoreException("the database can't be opened", failure);
    }

    private OpenDatabase connect() throws SQLException {
        DataSource source = pool.source();
        Dialect dialect = dialect(source);
        Durability durability = dialect.durability(source);
        SchemaMigration.ensure(source, new Schema(dialect, tables));
        return new OpenDatabase(pool, dialect, durability, tables);
    }

    private static Dialect dialect(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Dialect.of(connection.getMetaData().getDatabaseProductName());
        }
    }

    /** Answers within a second, also when the database lets everybody wait. */
    Health health() {
        FutureTask<Health> check = new FutureTask<>(this::check);
        Thread thread = new Thread(check, "iam-store-health");
        thread.setDaemon(true);
        thread.start();
        try {
            return check.get(HEALTH_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return Health.down("the database " + pool.address() + " can't be used: " + Failures.reason(e));
        } catch (TimeoutException e) {
            return Health.down("the database " + pool.address() + " is not ready");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down("the check was interrupted");
        }
    }

    private Health check() throws SQLException {
        open();
        try (Connection connection = pool.source().getConnection()) {
            return connection.isValid(1) ? Health.UP : Health.down("the database " + pool.address() + " does not answer");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
            opened = null;
        }
        pool.close();
    }
}
