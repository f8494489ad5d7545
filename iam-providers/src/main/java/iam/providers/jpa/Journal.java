package iam.providers.jpa;

import iam.providers.jpa.Failures.LostException;
import iam.spi.store.StoreException;
import iam.spi.store.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A redo journal beside the file of H2. By itself H2 brings commits to its file either later, or one by one, and then writes every changed page of every index
 * anew, 100 KB for a row. So it commits in memory, the statements of the transaction are appended to the journal, many transactions at a time, and H2 writes
 * its pages every few seconds. The number of the last transaction stands in a row of the database itself, which each transaction changes: after a kill those
 * that H2 had not written yet are told from the others, and are executed again.
 */
final class Journal implements Durability {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String TABLE = "iam_journal";
    /** From the beginning of one writing to that of the next: who commits alone waits as long as on a disk. */
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(1);
    /** So many bytes, and H2 has to write its pages. */
    private static final long MOST = 16 << 20;

    /** So many bytes in memory by H2's estimate, and it writes its pages though their time has not come. */
    private static final int MOST_PAGES = 2 << 20;

    private final JournalFile file;
    /** Held from a transaction's number to its commit, so that the journal has the order of the database. */
    private final ReentrantLock order = new ReentrantLock();
    private MVStore store;
    private long owner;
    private long committed;
    private boolean begun;
    /** Held while the file is written; taken after {@link #order}. */
    private final ReentrantLock writing = new ReentrantLock();
    private long written;
    private long writingBegan = System.nanoTime() - GATHERING;
    /** Frames that are not in the file yet; its own lock is taken last. */
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long lastPending;

    private Journal(Path path) {
        this.file = new JournalFile(path);
    }

    /** The journal of the database behind connections, which is brought to where it was; none where we do not write the file of H2. */
    static Durability open(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!connection.isWrapperFor(JdbcConnection.class) || !(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)
                    || !session.getDatabase().isPersistent()) {
                return OF_COMMIT;
            }
            Journal journal = new Journal(Path.of(session.getDatabase().getDatabasePath() + ".journal"));
            journal.recover(connection);
            return journal;
        }
    }

    @Override
    public boolean ofStatements() {
        return false;
    }

    @Override
    public void commit(SqlSession session) throws SQLException {
        if (session.changes().isEmpty()) {
            session.connection().commit();
            return;
        }
        byte[] content = JournalFile.content(session.changes());
        order.lock();
        long number;
        MVStore pages;
        try {
            number = committed + 1;
            pages = store;
            makeRoom(session.connection(), content.length);
            mark(session.connection(), number);
            session.connection().commit();
            committed = number;
            synchronized (pending) {
                pending.writeBytes(JournalFile.frame(number, content));
                lastPending = number;
            }
        } finally {
            order.unlock();
        }
        writeSome(pages);
        await(number);
    }

    /** Has H2 write its pages before they are too many for the buffer that it keeps: each new one would be garbage of several megabytes. */
    private static void writeSome(MVStore pages) {
        if (pages.getUnsavedMemory() > MOST_PAGES) {
            try {
                pages.tryCommit();
            } catch (MVStoreException e) {
                LOG.warn("the database can't write its file: {}", e.toString());
            }
        }
    }

    /** With {@link #order}. */
    private void makeRoom(Connection connection, int length) throws SQLException {
        if (store(connection) != store) {
            throw new LostException("the database was closed and opened", null);
        }
        boolean full;
        synchronized (pending) {
            full = file.size() + pending.size() + length > MOST;
        }
        if (full || !begun) {
            writing.lock();
            try {
                flush();
            } finally {
                writing.unlock();
            }
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        Database database = ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase();
        return database.getStore().getMvStore();
    }

    private static void mark(Connection connection, long number) throws SQLException {
        new SqlSession(connection).execute("UPDATE " + TABLE + " SET position = ?", List.of(number));
    }

    /** Has H2 write all that is committed; then the journal is not needed. With {@link #order} and {@link #writing}. */
    private void flush() {
        try {
            store.commit();
            // its threads have written all when they come to this
            store.executeFilestoreOperation(() -> { });
            store.sync();
            file.clear(owner);
        } catch (MVStoreException | IOException e) {
            throw new StoreUnavailableException("the database can't write its files", e);
        }
        begun = true;
        written = committed;
        synchronized (pending) {
            pending.reset();
        }
    }

    private void await(long number) {
        writing.lock();
        try {
            if (written < number) {
                LockSupport.parkNanos(writingBegan + GATHERING - System.nanoTime());
                writingBegan = System.nanoTime();
                write();
            }
        } catch (IOException e) {
            throw new StoreUnavailableException("the database can't write its journal, the outcome is unknown", e);
        } finally {
            writing.unlock();
        }
    }

    /** With {@link #writing}. */
    private void write() throws IOException {
        byte[] frames;
        long last;
        synchronized (pending) {
            frames = pending.toByteArray();
            last = lastPending;
            pending.reset();
        }
        try {
            file.append(frames);
            written = last;
        } catch (IOException e) {
            synchronized (pending) {
                byte[] later = pending.toByteArray();
                pending.reset();
                pending.writeBytes(frames);
                pending.writeBytes(later);
            }
            throw e;
        }
    }

    /** H2 closes a database that it can't write; opened again, it is as old as its file. */
    @Override
    public void reopen(DataSource source) throws SQLException {
        order.lock();
        writing.lock();
        try (Connection connection = source.getConnection()) {
            if (store(connection) != store) {
                if (written < committed) {
                    write();
                }
                recover(connection);
            }
        } catch (IOException e) {
            throw new StoreUnavailableException("the database can't write its journal", e);
        } finally {
            writing.unlock();
            order.unlock();
        }
    }

    private void recover(Connection connection) throws SQLException {
        store = store(connection);
        connection.setAutoCommit(false);
        try {
            long position = position(connection);
            committed = position;
            file.each(owner, entry -> {
                if (entry.position() > committed) {
                    execute(connection, entry);
                }
            });
            if (committed > position) {
                LOG.info("{} transactions that the database had not written yet were in its journal", committed - position);
            }
            begun = false;
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void execute(Connection connection, JournalFile.Entry entry) throws SQLException, IOException {
        if (entry.position() != committed + 1) {
            throw new IOException(file.path() + " goes on at " + entry.position() + ", the database ends at " + committed);
        }
        SqlSession session = new SqlSession(connection);
        try {
            for (SqlSession.Change change : entry.changes()) {
                session.repeat(change);
            }
        } catch (SQLException e) {
            if (Failures.unavailable(e)) {
                throw e;
            }
            throw unusable(e);
        }
        mark(connection, entry.position());
        connection.commit();
        committed = entry.position();
    }

    private StoreException unusable(Exception cause) {
        return new StoreException("the journal of the database can't be executed; without the file " + file.path() + " it would be left out", cause);
    }

    /** Reads the owner and the last position; a database that has none gets them. */
    private long position(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (owner bigint PRIMARY KEY, position bigint NOT NULL)");
            try (ResultSet row = statement.executeQuery("SELECT owner, position FROM " + TABLE)) {
                if (row.next()) {
                    owner = row.getLong(1);
                    return row.getLong(2);
                }
            }
            owner = new SecureRandom().nextLong();
            statement.execute("INSERT INTO " + TABLE + " VALUES (" + owner + ", 0)");
            connection.commit();
            return 0;
        }
    }

    @Override
    public void close(DataSource source) throws SQLException {
        order.lock();
        writing.lock();
        try (Connection connection = source.getConnection()) {
            if (store(connection) == store) {
                flush();
                file.delete();
            }
        } catch (IOException e) {
            LOG.warn("the journal {} can't be removed: {}", file.path(), e.toString());
        } finally {
            writing.unlock();
            order.unlock();
        }
    }
}
