package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients that send one byte a second do not stop others, and what is too large is cut off. {@code -Diam.slow-clients=10000} says how many there are,
 * {@code -Diam.slow-seconds=60} for how long.
 */
@Slow
class SlowClientsTest {
    private static final int CLIENTS = Integer.getInteger("iam.slow-clients", 1000);
    private static final int SECONDS = Integer.getInteger("iam.slow-seconds", 8);
    /** Stock Tomcat keeps 70 KB for a request that has begun, which is what the heap of a trial has room for. */
    private static final int MOST_ON_TOMCAT = 1000;
    private static final int USUALLY = 40;
    private static final long MORE_MILLIS = 250;
    private static final long LONGEST_MILLIS = 5000;
    private static final String LOGIN = "{\"type\":\"login\",\"application\":\"app-built-in\",\"organization\":\"built-in\",\"username\":\"admin\",\"password\":\"123\"}";

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "TOMCAT10"})
    void doNotStopOthers(Container container) throws Exception {
        int clients = container == Container.EMBEDDED ? CLIENTS : Math.min(CLIENTS, MOST_ON_TOMCAT);
        try (Server server = Server.of(container).start()) {
            List<Long> before = new ArrayList<>();
            for (int i = 0; i < USUALLY; i++) {
                before.add(twoCalls(server));
            }
            Collections.sort(before);
            long usual = before.get(USUALLY / 2);
            List<Long> millis = new ArrayList<>();
            try (SlowClients slow = new SlowClients(server, clients)) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                while (System.nanoTime() < end) {
                    millis.add(twoCalls(server));
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                Collections.sort(millis);
                System.out.printf("%s with %d slow clients (%d connections): two calls take %d ms (median of %d) instead of %d, %d ms at most%n", container, clients,
                        slow.opened(), millis.get(millis.size() / 2), millis.size(), usual, millis.get(millis.size() - 1));
            }
            assertTrue(millis.get(millis.size() / 2) < usual + MORE_MILLIS && millis.get(millis.size() - 1) < LONGEST_MILLIS, millis.toString());
        }
    }

    /** A call on a new connection, and a sign-in. */
    private static long twoCalls(Server server) {
        long begin = System.nanoTime();
        assertTrue(RawSocket.get(server, "/api/health").startsWith("HTTP/1.1 200"));
        assertTrue(server.http().postJson("/api/login", LOGIN).text().contains("\"status\":\"ok\""));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "TOMCAT10", "JETTY12"})
    void whatIsTooLargeIsNotReadToItsEnd(Container container) {
        try (Server server = Server.of(container).start()) {
            cutOff(server, "/api/upload-resource", "Content-Length: 500000000");
            cutOff(server, "/api/login", "Transfer-Encoding: chunked");
            assertEquals(200, server.http().get("/api/health").status());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "JETTY12"})
    void aBrokenBodyIsNoSuccess(Container container) {
        String request = "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnot a length\r\n";
        try (Server server = Server.of(container).start()) {
            String answer = RawSocket.exchange(server, request.getBytes(StandardCharsets.US_ASCII));
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
    }

    /** What sockets hold on the way counts too. */
    private static void cutOff(Server server, String path, String header) {
        byte[] chunk = ("40000\r\n" + "a".repeat(0x40000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long most = 24L << 20;
        long sent = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream output = socket.getOutputStream();
            output.write(("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            while (sent < 2 * most) {
                output.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException e) {
            System.out.println(path + " " + header + ": cut off after " + sent + " bytes");
        }
        assertTrue(sent < most, path + " took " + sent);
    }

    @Test
    void aBodyInPiecesArrives() throws Exception {
        try (Server server = Server.of(Container.TOMCAT10).start(); Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream output = socket.getOutputStream();
            output.write(("POST /api/login HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + LOGIN.length() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            for (byte b : LOGIN.getBytes(StandardCharsets.US_ASCII)) {
                output.write(b);
                TimeUnit.MILLISECONDS.sleep(2);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200") && answer.contains("\"status\":\"ok\""), answer);
        }
    }
}
