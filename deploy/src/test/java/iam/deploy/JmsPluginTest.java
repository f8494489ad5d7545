package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.sink.jms.testing.Broker;
import jakarta.json.JsonObject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.fusesource.hawtbuf.UTF8Buffer;
import org.junit.jupiter.api.Test;

/** The sink for brokers as a folder in the providers directory of a server, with the client's jars beside it, and a broker that is not there at first. */
class JmsPluginTest {
    private static final String QUEUE = "sign-outs";
    private static final long WAIT_MILLIS = 30_000;

    @Test
    void tellsABroker() throws Exception {
        try (Broker broker = new Broker(); Server server = Server.of(Container.EMBEDDED)) {
            install(server.data().resolve("providers").resolve("jms"));
            server.environment("IAM_NOTIFICATION_JMS_ENABLED", "true").environment("IAM_NOTIFICATION_JMS_CONNECTION_FACTORY", ActiveMQConnectionFactory.class.getName())
                    .environment("IAM_NOTIFICATION_JMS_URL", broker.url()).environment("IAM_NOTIFICATION_JMS_DESTINATION", QUEUE).start();
            SignedUp.prepare(server.http(), "jms", "http://127.0.0.1:9/");
            SignedUp.user(server.http(), "jms", "ann");
            signOut(server.http());
            assertDocument(broker.receive(QUEUE, WAIT_MILLIS));
            broker.stop();
            signOut(server.http());
            broker.restart();
            assertDocument(broker.receive(QUEUE, WAIT_MILLIS));
            assertTrue(server.http().get("/api/get-plugins?username=built-in/admin&password=123").text().contains("\"sink-jms\""));
        }
    }

    /** The plugin, the client that it is told to use, the API, and the one library that this client needs. */
    private static void install(Path folder) throws Exception {
        Files.createDirectories(folder);
        try (var jars = Files.list(Path.of("..", "iam-sink-jms", "target"))) {
            Path plugin = jars.filter(jar -> jar.getFileName().toString().matches("iam-sink-jms-[0-9.]+(-SNAPSHOT)?\\.jar")).findFirst().orElseThrow();
            Files.copy(plugin, folder.resolve("iam-sink-jms.jar"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Class<?> type : List.of(ActiveMQConnectionFactory.class, ConnectionFactory.class, UTF8Buffer.class)) {
            Path jar = jarOf(type);
            Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void signOut(Http http) {
        String cookie = SignedUp.signin(http, "jms", "ann");
        assertEquals("ok", Json.text(Json.object(http.post("/api/sso-logout", "", "Cookie", cookie)), "status"));
    }

    private static void assertDocument(Message message) throws Exception {
        assertNotNull(message, "no message");
        JsonObject document = Json.object(message.getBody(String.class));
        assertEquals("ann", document.getString("name"));
        assertEquals(1, document.getJsonArray("sessionIds").size());
        assertEquals(document.getString("nonce"), message.getStringProperty("notificationId"));
        assertEquals("jms", message.getStringProperty("organization"));
    }
}
