package iam.providers.jpa;

import jakarta.persistence.EntityManagerFactory;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database that was reached, has its schema, and is ready for work. */
final class OpenDatabase implements AutoCloseable {
    private final Tables tables;
    private final Transactions transactions;
    private final EntityManagerFactory factory;
    private final Reader reader;
    private final Totals totals;
    private final Texts texts;
    private final Keeper keeper;
    private final Writer writer;

    OpenDatabase(Pool pool, Dialect dialect, Durability durability, Tables tables) {
        this.tables = tables;
        this.transactions = new Transactions(pool.source(), pool::renew, dialect, durability);
        this.factory = Mapping.factory(new TransactionSource(transactions), dialect, tables.all());
        this.reader = new Reader(factory, dialect);
        this.totals = new Totals(transactions, dialect);
        this.texts = new Texts(transactions, dialect, totals);
        this.writer = new Writer(transactions, dialect, totals);
        this.keeper = new Keeper(totals, transactions, tables);
    }

    Tables tables() {
        return tables;
    }

    Transactions transactions() {
        return transactions;
    }

    Reader reader() {
        return reader;
    }

    Totals totals() {
        return totals;
    }

    Texts texts() {
        return texts;
    }

    Writer writer() {
        return writer;
    }

    @Override
    public void close() {
        keeper.close();
        factory.close();
        transactions.close();
    }

    /** Gives JPA the connection of the transaction. */
    private record TransactionSource(Transactions transactions) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return transactions.connection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return transactions.connection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // nothing is logged
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
