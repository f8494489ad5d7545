package iam.providers.jpa;

import java.sql.Connection;
import java.sql.SQLException;

/** What a commit waits for, so that what was answered is still there after a kill. */
interface Durability {
    /** The database has done all when a commit returns. */
    Durability OF_COMMIT = connection -> { };

    /** Waits until everything is safe that was committed before, on this connection or another one. */
    void await(Connection connection) throws SQLException;
}
