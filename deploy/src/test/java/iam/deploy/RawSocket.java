package iam.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no proper client would send. */
final class RawSocket {
    private static final int TIMEOUT_MILLIS = 5_000;

    private RawSocket() {}

    /** A GET of this request target, byte by byte, on a connection that the server is asked to close. */
    static String get(Server server, String target, String... headerLines) {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        for (String line : headerLines) {
            request.append(line).append("\r\n");
        }
        return exchange(server, request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends the bytes and answers what the server sent until it closed the connection or was silent for five seconds. */
    static String exchange(Server server, byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            send(socket, request);
            return receive(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
        } catch (SocketException e) {
            // The server may have refused and closed before it had everything; its answer can still be read.
            return;
        }
    }

    private static String receive(InputStream input) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            input.transferTo(answer);
        } catch (SocketTimeoutException | SocketException e) {
            // What has come is the answer.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
