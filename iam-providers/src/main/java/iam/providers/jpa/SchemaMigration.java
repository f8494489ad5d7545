package iam.providers.jpa;

import iam.spi.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Brings a database to the schema of the catalogue, as one repeatable migration of Flyway under its lock: nodes that start at once wait for each other, and a
 * migration that was cut off goes on where it stopped.
 */
final class SchemaMigration implements JavaMigration {
    private static final int ATTEMPTS = 5;
    private static final String HISTORY = "iam_schema_history";
    private static final String DESCRIPTION = "catalogue";

    private final Schema schema;
    private final int checksum;

    private SchemaMigration(Schema schema) {
        this.schema = schema;
        this.checksum = schema.checksum();
    }

    static void ensure(DataSource source, Schema schema) throws SQLException {
        SchemaMigration migration = new SchemaMigration(schema);
        boolean done = migration.recorded(source);
        for (int attempt = 1; !done; attempt++) {
            done = migration.run(source, attempt == ATTEMPTS) || migration.recorded(source);
        }
    }

    /** Flyway looks for its table and for other tables before it takes its lock, and fails when another node makes them in between. */
    private boolean run(DataSource source, boolean last) {
        try {
            Flyway.configure(SchemaMigration.class.getClassLoader())
                    .dataSource(source)
                    .table(HISTORY)
                    .locations(new String[0])
                    .javaMigrations(this)
                    .baselineOnMigrate(true)
                    .load()
                    .migrate();
            return true;
        } catch (FlywayException e) {
            if (last || Failures.translate("the migration", e) instanceof StoreUnavailableException) {
                throw e;
            }
            return false;
        }
    }

    /** One statement; loading Flyway takes much longer. */
    private boolean recorded(DataSource source) throws SQLException {
        String last = "SELECT checksum FROM " + HISTORY + " WHERE description = ? AND success = TRUE ORDER BY installed_rank DESC";
        try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement(last)) {
            statement.setString(1, DESCRIPTION);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == checksum;
            }
        } catch (SQLException e) {
            if (Failures.unavailable(e)) {
                throw e;
            }
            return false; // there is no such table yet
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public Integer getChecksum() {
        return checksum;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String sql : schema.missing(existing(statement))) {
                statement.execute(sql);
            }
        }
    }

    private static Set<String> existing(Statement statement) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = SCHEMA()")) {
            while (rows.next()) {
                columns.add((rows.getString(1) + "." + rows.getString(2)).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
