package iam.providers.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import iam.spi.notification.Notification;
import iam.spi.notification.NotificationSinkContract;
import iam.spi.notification.NotificationSinkFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The HTTP sink against the contract, with a real receiver. */
class HttpSinkTest extends NotificationSinkContract {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer receiver = start();
    private volatile int status = 204;
    private volatile String body = "";
    private volatile String signature = "";

    private HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::receive);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        signature = exchange.getRequestHeaders().getFirst("X-Signature-256");
        if (status == 204) {
            received.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Override
    protected NotificationSinkFactory factory() {
        return new HttpSinkFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/sink", "secret", "s3cret");
    }

    @Override
    protected List<String> received() {
        return received;
    }

    @Override
    protected boolean breakReceiver() {
        status = 503;
        return true;
    }

    @Override
    protected void repairReceiver() {
        status = 204;
    }

    @Test
    void signsTheDocument() throws Exception {
        Notification notification = notification("n1", 2);
        sink.deliver(notification);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertEquals(notification.document(), body);
        assertEquals("sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))), signature);
    }
}
