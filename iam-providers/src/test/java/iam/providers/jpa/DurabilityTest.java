package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iam.api.Catalogue;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.User;
import iam.providers.testing.MariaDbServer;
import iam.spi.config.Config;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.spi.store.StoreContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives kill -9, of the server's process and of the database's. */
@DisabledIfSystemProperty(named = "iam.slow", matches = "false")
class DurabilityTest {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final int ACKNOWLEDGED = 300;

    @TempDir
    private Path directory;

    @Test
    void embeddedDatabaseKeepsWhatItAcknowledged() throws Exception {
        for (int round = 0; round < 3; round++) {
            List<String> acknowledged = new ArrayList<>();
            Process writer = write("", "round" + round, acknowledged);
            writer.destroyForcibly().waitFor();
            assertKept(new Config(Map.of("pool-size", "2")), "round" + round, acknowledged);
        }
    }

    @Test
    void mariaDbKeepsWhatItAcknowledged() throws Exception {
        assumeTrue(MariaDbServer.available(), "no MariaDB here");
        try (MariaDbServer server = MariaDbServer.start(directory)) {
            String url = server.database("durable");
            List<String> acknowledged = new ArrayList<>();
            Process writer = write(url, "round", acknowledged);
            server.kill();
            writer.destroyForcibly().waitFor();
            server.start();
            assertKept(MariaDb.config(url), "round", acknowledged);
        }
    }

    /** Starts a process that writes, and waits until it has acknowledged enough. */
    private Process write(String url, String owner, List<String> acknowledged) throws IOException {
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                DurabilityTest.class.getName(), directory.toString(), url, owner).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader output = writer.inputReader();
        for (String line = output.readLine(); line != null && acknowledged.size() < ACKNOWLEDGED; line = output.readLine()) {
            acknowledged.add(line);
        }
        assertEquals(ACKNOWLEDGED, acknowledged.size());
        return writer;
    }

    private void assertKept(Config config, String owner, List<String> acknowledged) {
        try (EntityStore store = new JpaStoreFactory().create(config, new StoreContext(Catalogue.standard(), directory))) {
            for (String name : acknowledged) {
                assertTrue(store.find(USER, EntityKey.of(owner, name)).isPresent(), () -> name + " is lost");
            }
            Query rows = Query.where(Condition.equal("owner", owner));
            assertEquals(store.count(USER, rows), store.count(USER, rows.and(Condition.has("groups", "g"))), "no half of a transaction");
        }
    }

    /** The writer: prints the name of each row that is stored, for ever. */
    public static void main(String[] arguments) {
        Config config = arguments[1].isEmpty() ? new Config(Map.of("pool-size", "2")) : MariaDb.config(arguments[1]);
        EntityStore store = new JpaStoreFactory().create(config, new StoreContext(Catalogue.standard(), Path.of(arguments[0])));
        for (int i = 0;; i++) {
            User user = new User();
            user.owner = arguments[2];
            user.name = "u" + i;
            user.groups = List.of("g");
            if (store.insert(user)) {
                System.out.println(user.name);
                System.out.flush();
            }
        }
    }
}
