package iam.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many connections, each of which sends one byte a second: of a head, of a small body, or of a large one. One that the server closes is opened again. */
final class SlowClients implements AutoCloseable {
    private static final List<String> BEGINNINGS = List.of("GET /api/health HTTP/1.1\r\nHost: a\r\nX-Slow: ", post("/api/login", "Content-Length: 1000"),
            post("/api/login", "Content-Length: 1000000"), post("/api/upload-resource", "Content-Length: 10000000"), post("/api/login", "Transfer-Encoding: chunked") + "100000\r\n",
            post("/no/such//path", "Content-Length: 1000000"), post("/api/upload-resource", "Content-Length: 1000000000"), "GET /api/health HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");

    private final Server server;
    private final List<SocketChannel> connections = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "slow-clients");
    private volatile boolean ended;
    private int opened;

    /** Connects. */
    SlowClients(Server server, int number) throws IOException {
        this.server = server;
        for (int i = 0; i < number; i++) {
            connections.add(open(i));
        }
        thread.start();
    }

    private static String post(String path, String header) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n";
    }

    private SocketChannel open(int kind) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        channel.write(ByteBuffer.wrap(BEGINNINGS.get(kind % BEGINNINGS.size()).getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        opened++;
        return channel;
    }

    private void run() {
        while (!ended) {
            long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            for (int i = 0; i < connections.size() && !ended; i++) {
                send(i);
            }
            pause(next - System.nanoTime());
        }
    }

    private void send(int i) {
        SocketChannel channel = connections.get(i);
        ByteBuffer answer = ByteBuffer.allocate(1024);
        try {
            channel.write(ByteBuffer.wrap(new byte[] {'a'}));
            if (channel.read(answer) < 0) {
                throw new IOException("closed");
            }
        } catch (IOException e) {
            again(i);
        }
    }

    private void again(int i) {
        try {
            connections.get(i).close();
            connections.set(i, open(i));
        } catch (IOException e) {
            // The server takes no more at present; the next second may be better.
            return;
        }
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often a connection was made. */
    int opened() {
        return opened;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        while (thread.isAlive()) {
            pause(TimeUnit.MILLISECONDS.toNanos(10));
        }
        for (SocketChannel connection : connections) {
            connection.close();
        }
    }
}
