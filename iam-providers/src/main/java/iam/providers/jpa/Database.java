package iam.providers.jpa;

import iam.spi.Health;
import iam.spi.store.StoreException;
import iam.spi.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Opens the database at the first call, and, when it is away, again and again until it is there; so the server can start before its database. */
final class Database implements AutoCloseable {
    /** Within this time after a failure callers are refused at once, instead of queueing up before a database that is away. */
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

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
            return opened;
        } catch (SQLException | RuntimeException e) {
            failure = Failures.translate("opening the database", e);
            failedAt = System.nanoTime();
            throw failure;
        }
    }

    private static StoreException again(RuntimeException failure) {
        return failure instanceof StoreUnavailableException ? new StoreUnavailableException(failure.getMessage(), failure) : new StoreException("the database can't be opened", failure);
    }

    private OpenDatabase connect() throws SQLException {
        DataSource source = pool.source();
        Dialect dialect = dialect(source);
        SchemaMigration.ensure(source, new Schema(dialect, tables));
        return new OpenDatabase(source, dialect, tables);
    }

    private static Dialect dialect(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Dialect.of(connection.getMetaData().getDatabaseProductName());
        }
    }

    Health health() {
        try {
            open();
            try (Connection connection = pool.source().getConnection()) {
                return connection.isValid(1) ? Health.UP : Health.down("the database does not answer");
            }
        } catch (SQLException | RuntimeException e) {
            return Health.down(Failures.translate("opening the database", e).getMessage() + " (" + pool.address() + ")");
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
