package iam.providers.jpa;

import java.sql.SQLException;

/** Work of some SQL statements. */
@FunctionalInterface
interface SqlWork<T> {
    T run(SqlSession session) throws SQLException;
}
