package iam.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A receiver of notifications that answers as a test wants it to, and remembers what it has accepted. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final IntUnaryOperator status;
    private int calls;

    /** Answers the n-th call, counted from 1, with the status that a function gives; one below 0 hangs for a minute. */
    Receiver(IntUnaryOperator status) {
        this.status = status;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::receive);
        server.start();
    }

    private synchronized int next() {
        return status.applyAsInt(++calls);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = next();
        if (answer < 0) {
            hang();
        } else if (answer == 200) {
            accepted.add(URLDecoder.decode(body.substring(body.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(Math.max(answer, 200), -1);
        exchange.close();
    }

    private static void hang() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sink";
    }

    /** The content of each call that was accepted, in order. */
    List<String> accepted() {
        return accepted;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
