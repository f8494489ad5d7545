package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.Catalogue;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.api.entity.Cert;
import iam.api.entity.Order;
import iam.api.entity.Session;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.api.entity.WebhookEvent;
import iam.spi.config.Config;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many statements each call costs, over a data source of a container whose database needs no journal, and that indexes serve them. */
class StatementsTest {
    private static final String URL = "jdbc:h2:mem:statements" + Pool.EMBEDDED;
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final EntityType<Session> SESSION = EntityType.of(Session.class);
    private static final EntityType<AuditRecord> RECORD = EntityType.of(AuditRecord.class);
    private static final EntityType<WebhookEvent> EVENT = EntityType.of(WebhookEvent.class);
    private static final EntityType<Cert> CERT = EntityType.of(Cert.class);
    private static final EntityType<Order> ORDER = EntityType.of(Order.class);

    @TempDir
    private Path directory;
    private Pool pool;
    private DataSource plain;
    private RecordingSource recording;
    private EntityStore store;

    @BeforeEach
    void open() {
        pool = new Pool(new Config(Map.of("pool-size", "2", "url", URL)), directory);
        plain = pool.source();
        recording = new RecordingSource(plain);
        TestNaming.install();
        TestNaming.BOUND.put("java:comp/env/jdbc/iam", recording.source());
        store = new JpaStoreFactory().create(new Config(Map.of("jndi", "java:comp/env/jdbc/iam")), new StoreContext(Catalogue.standard(), directory));
        store.count(USER, Query.where());
        recording.taken();
    }

    @AfterEach
    void close() {
        store.close();
        pool.close();
    }

    private static User user(String name) {
        User user = new User();
        user.owner = "org";
        user.name = name;
        return user;
    }

    private void assertOne(String verb) {
        List<String> executed = recording.taken();
        assertEquals(1, executed.size(), executed::toString);
        assertTrue(executed.get(0).contains(verb), executed::toString);
    }

    @Test
    void readingTakesOneStatement() {
        store.find(USER, EntityKey.of("org", "x"));
        assertOne("SELECT");
        store.list(USER, Query.where(Condition.equal("owner", "org"), Condition.has("groups", "g")).descending("createdTime").window(0, 10));
        assertOne("SELECT");
        store.count(USER, Query.where(Condition.contains("name", "x")));
        assertOne("SELECT");
        store.keysByElement(USER, "groups", List.of("org/g", "org/h", "org/i"));
        assertOne("SELECT");
    }

    @Test
    void writingTakesOneStatementThatCommitsItself() {
        store.insert(user("a"));
        assertOne("INSERT");
        store.insert(user("a"));
        assertOne("INSERT");
        store.update(USER, EntityKey.of("org", "a"), user("b"), List.of("displayName", "name", "properties"));
        assertOne("UPDATE");
        store.updateAll(TOKEN, Query.where(Condition.equal("code", "x")), Map.of("codeIsUsed", true));
        assertOne("UPDATE");
        store.delete(TOKEN, Query.where(Condition.less("createdTime", "x")).ascending("createdTime").window(0, 100));
        assertOne("DELETE");
    }

    @Test
    void listsAndPackedFieldsTakeFewMore() {
        User user = user("a");
        user.groups = List.of("g", "h");
        store.insert(user);
        assertEquals(5, recording.taken().size(), "begin, row, links, commit, end");
        user.google = "x";
        store.update(USER, EntityKey.of("org", "a"), user, List.of("google", "groups"));
        assertEquals(5, recording.taken().size(), "begin, lock, row, commit, end: links are as they were");
    }

    @Test
    void transactionTakesOneCommit() {
        store.inTransaction(() -> {
            store.insert(user("a"));
            return store.find(USER, EntityKey.of("org", "a")).orElseThrow();
        });
        List<String> executed = recording.taken();
        assertEquals(List.of("setAutoCommit", "INSERT", "SELECT", "commit", "setAutoCommit"), executed.stream().map(text -> text.split(" ")[0]).toList());
    }

    @Test
    void indexesServeLookUps() throws SQLException {
        store.find(USER, EntityKey.of("org", "x"));
        store.list(USER, Query.where(Condition.equal("owner", "org")).descending("createdTime").window(0, 10));
        store.list(USER, Query.where(Condition.has("groups", "g")));
        store.keysByElement(USER, "groups", List.of("org/g", "org/h", "org/i"));
        store.list(RECORD, Query.where(Condition.equal("owner", "org")).descending("createdTime").window(0, 10));
        store.list(RECORD, Query.where(Condition.equal("owner", "org")).ascending("name").window(0, 10));
        store.list(RECORD, Query.where(Condition.equal("owner", "org")).descending("id").window(0, 10));
        store.list(EVENT, Query.where(Condition.equal("organization", "org")).ascending("name").window(0, 10));
        store.list(ORDER, Query.where(Condition.equal("owner", "org"), Condition.equal("user", "x")).descending("createdTime").window(0, 10));
        store.list(USER, Query.where(Condition.equal("owner", "org"), Condition.equal("email", "x")));
        store.list(TOKEN, Query.where(Condition.equal("accessTokenHash", "x")));
        store.updateAll(TOKEN, Query.where(Condition.equal("code", "x"), Condition.equal("codeIsUsed", false)), Map.of("codeIsUsed", true));
        store.delete(TOKEN, Query.where(Condition.less("createdTime", "x")));
        for (String sql : recording.taken()) {
            String plan = plan(sql);
            assertFalse(plan.contains("tableScan"), plan);
            assertTrue(!sql.contains("ORDER BY") || plan.contains("index sorted"), plan);
        }
    }

    @Test
    void listsOfValuesAreLookedUpOneByOne() throws SQLException {
        store.updateAll(TOKEN, Query.where(Condition.equal("owner", "admin"), Condition.in("name", List.of("a", "b", "c"))), Map.of("expiresIn", 0));
        store.delete(SESSION, Query.where(Condition.equal("owner", "org"), Condition.equal("application", "app"), Condition.in("name", List.of("a", "b", "c"))));
        store.list(USER, Query.where(Condition.equal("owner", "org"), Condition.in("name", List.of("a", "b", "c"))), List.of("displayName"));
        store.list(CERT, Query.where(Condition.in("owner", List.of("admin", "org")), Condition.in("name", List.of("a", "b", "c"))).descending("createdTime").window(0, 10));
        for (String sql : recording.taken()) {
            String plan = plan(sql);
            assertTrue(plan.matches("(?s).*(PRIMARY_KEY_\\w+:  IN\\(ROW|AND name = v.value_).*"), plan);
            assertFalse(plan.contains("tableScan"), plan);
        }
        store.delete(USER, Query.where(Condition.equal("owner", "org")).ascending("createdTime").window(0, 10));
        String plan = plan(recording.taken().get(0));
        assertTrue(plan.contains("index sorted") && !plan.contains("tableScan"), plan);
    }

    @Test
    void everyListOfAnOrganizationHasItsTotalAndItsIndexes() {
        for (EntityType<?> type : Catalogue.standard()) {
            Table<?> table = new Table<>(type);
            String scope = type.scope().name();
            assertFalse(Totals.scopes(table, Query.where(Condition.equal(scope, "org"))).isEmpty(), type::toString);
            for (String sort : List.of("createdTime", "name")) {
                boolean listed = type.find(sort).isPresent() && !type.name().equals("organization");
                assertTrue(!listed || begins(table, List.of(scope, sort)), () -> type + " has no index for " + scope + ", " + sort);
            }
        }
    }

    private static boolean begins(Table<?> table, List<String> fields) {
        List<List<ScalarColumn>> indexes = new ArrayList<>(table.indexes());
        indexes.add(table.keys());
        return indexes.stream().anyMatch(index -> index.stream().map(column -> column.field().name()).limit(2).toList().equals(fields));
    }

    private String plan(String sql) throws SQLException {
        try (Connection connection = plain.getConnection(); PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, "0");
            }
            try (ResultSet rows = statement.executeQuery()) {
                assertTrue(rows.next());
                return rows.getString(1);
            }
        }
    }
}
