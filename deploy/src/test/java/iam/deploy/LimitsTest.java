package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the embedded listener does with requests that are too large, in pieces or broken. */
@ExtendWith(RunningServer.class)
class LimitsTest {
    @Test
    void takesHeadsUpTo64KilobytesAndRefusesLargerOnes(Server server) {
        assertTrue(RawSocket.get(server, "/api/health", "X-Long: " + "a".repeat(60_000)).startsWith("HTTP/1.1 200"));
        String refusal = RawSocket.get(server, "/api/health", "X-Long: " + "a".repeat(66_000));
        assertTrue(refusal.startsWith("HTTP/1.1 431"), refusal);
        assertTrue(refusal.endsWith("{\"status\":\"error\",\"msg\":\"The request headers are too large.\"}"), refusal);
    }

    @Test
    void takesAHeadInPieces(Server server) throws Exception {
        try (Socket socket = connect(server)) {
            for (byte b : "\r\nGET /api/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII)) {
                socket.getOutputStream().write(b);
                TimeUnit.MILLISECONDS.sleep(2);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        }
    }

    @Test
    void answersBrokenRequestsInJsonWithoutAWordAboutTheInside(Server server) {
        for (String request : List.of("GET / HTTP/9.9\r\nHost: a\r\n\r\n", "G\u0001T / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a^b HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n")) {
            String answer = RawSocket.exchange(server, request.getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(answer.matches("(?s)HTTP/1.1 (400|501|505) .*"), answer);
            assertTrue(answer.contains("\"status\":\"error\""), answer);
            assertFalse(answer.contains("Exception") || answer.contains("Tomcat") || answer.contains("Server:"), answer);
        }
    }

    private static Socket connect(Server server) throws java.io.IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }
}
