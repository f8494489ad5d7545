package iam.providers.jpa;

import java.sql.SQLException;
import javax.sql.DataSource;

/** How a database commits, so that what was answered is still there after a kill. */
interface Durability {
    /** The database has done all when a commit returns. */
    Durability OF_COMMIT = new Durability() {
        @Override
        public boolean ofStatements() {
            return true;
        }

        @Override
        public void commit(SqlSession session) throws SQLException {
            session.connection().commit();
        }

        @Override
        public void reopen(DataSource source) {
            // it looks after itself
        }

        @Override
        public void close(DataSource source) {
            // nothing is kept
        }
    };

    /** Whether a statement outside of a transaction, which commits itself, is safe. */
    boolean ofStatements();

    /** Commits the transaction of a session and waits until it is safe. */
    void commit(SqlSession session) throws SQLException;

    /** Brings a database, which was found closed, to where it was. */
    void reopen(DataSource source) throws SQLException;

    /** Ends its work; nothing is committed any more. */
    void close(DataSource source) throws SQLException;
}
