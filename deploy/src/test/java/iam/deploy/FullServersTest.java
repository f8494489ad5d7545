package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Full Jakarta EE servers; only with {@code -Diam.ee=true}, since they have to be fetched (700 MB) and take some minutes each. */
@EnabledIfSystemProperty(named = "iam.ee", matches = "true")
class FullServersTest {
    @ParameterizedTest
    @EnumSource(names = {"WILDFLY39", "LIBERTY26", "PAYARA6"})
    void answersAsEverywhere(Container container) throws Exception {
        try (Server server = Server.of(container).start()) {
            if (CorpusTest.python()) {
                CorpusTest.check(server);
            }
            Smoke.check(server.http());
            for (boolean chunked : new boolean[] {false, true}) {
                assertEquals("HTTP/1.1 200", slowly(server.port(), chunked));
            }
            server.stop();
            server.start();
            Smoke.check(server.http());
        }
    }

    /** Sends a body in parts that come after the head; answers the beginning of the status line. */
    private static String slowly(int port, boolean chunked) throws Exception {
        List<String> parts = List.of("{\"grant_type\":", "\"client_credentials\",\"client_id\":", "\"nobody\"}");
        String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + String.join("", parts).length();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            send(socket, "POST /api/login HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n");
            for (String part : parts) {
                send(socket, chunked ? Integer.toHexString(part.length()) + "\r\n" + part + "\r\n" : part);
            }
            if (chunked) {
                send(socket, "0\r\n\r\n");
            }
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
        }
    }

    private static void send(Socket socket, String text) throws Exception {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        TimeUnit.MILLISECONDS.sleep(200);
    }
}
