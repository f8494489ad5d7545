package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.Catalogue;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.User;
import iam.spi.config.Config;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the schema comes to be and grows. */
class SchemaTest {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final Config CONFIG = new Config(Map.of("pool-size", "2"));

    @TempDir
    private Path directory;

    private EntityStore store() {
        return new JpaStoreFactory().create(CONFIG, new StoreContext(Catalogue.standard(), directory));
    }

    private void execute(String... statements) throws SQLException {
        Pool pool = new Pool(CONFIG, directory);
        try (Connection connection = pool.source().getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } finally {
            pool.close();
        }
    }

    @Test
    void olderDatabaseIsCompletedAndKeepsItsRows() throws SQLException {
        User user = new User();
        user.owner = "org";
        user.name = "old";
        try (EntityStore store = store()) {
            store.insert(user);
        }
        execute("DROP TABLE iam_token", "ALTER TABLE iam_user DROP COLUMN display_name", "ALTER TABLE iam_user ADD COLUMN of_a_newer_version varchar(10)",
                "DROP INDEX ix_iam_user_id_owner_name", "DELETE FROM iam_schema_history");
        try (EntityStore store = store()) {
            assertEquals("", store.find(USER, EntityKey.of("org", "old")).orElseThrow().displayName);
            assertEquals(1, store.count(USER, Query.where(Condition.equal("displayName", ""))));
            assertEquals(0, store.count(EntityType.of(iam.api.entity.Token.class), Query.where()));
        }
        execute("SELECT of_a_newer_version FROM iam_user", "DROP INDEX ix_iam_user_id_owner_name");
    }

    @Test
    void unchangedCatalogueLeavesTheDatabaseAlone() throws SQLException {
        try (EntityStore store = store()) {
            store.count(USER, Query.where());
        }
        execute("DROP TABLE iam_coupon");
        try (EntityStore store = store()) {
            assertEquals(0, store.count(USER, Query.where()), "the tables are not looked at again");
        }
    }

    @Test
    void completeDatabaseMissesNothing() {
        Schema schema = new Schema(Dialect.MARIADB, new Tables(Catalogue.standard()));
        Set<String> all = new HashSet<>();
        Tables tables = new Tables(Catalogue.standard());
        for (Table<?> table : tables.all()) {
            table.columns().forEach(column -> all.add(table.name() + "." + column.name()));
            table.links().forEach(link -> link.keys().forEach(key -> all.add(link.name() + "." + key.name())));
            table.links().forEach(link -> all.add(link.name() + "." + LinkTable.ELEMENT));
        }
        List.of("type_", "field", "value_", "n", "counted_at").forEach(column -> all.add(Totals.TABLE + "." + column));
        List<String> missing = schema.missing(all);
        assertTrue(missing.stream().allMatch(sql -> sql.startsWith("CREATE INDEX IF NOT EXISTS")), missing::toString);
        assertEquals(schema.checksum(), new Schema(Dialect.MARIADB, tables).checksum());
        assertFalse(schema.checksum() == new Schema(Dialect.H2, tables).checksum());
    }

    @Test
    void namesAreSnakeCaseAndNeverReserved() {
        assertEquals("iam_webhook_event", Names.table("webhook-event"));
        assertEquals(List.of("created_time", "order_", "d_po_pjkt", "client_secret2", "is_admin"),
                List.of("createdTime", "order", "dPoPJkt", "clientSecret2", "isAdmin").stream().map(Names::column).toList());
        assertEquals(64, Names.index("iam_some_table", "a_very_long_list_of_columns_that_does_not_fit_into_a_name").length());
    }
}
