package iam.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server in a process of its own, on a free port of the loopback address, with a data directory below {@code target}. */
public final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Container container;
    private final Path home;
    private final int port = freePort();
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private Process process;

    private Server(Container container) {
        this.container = container;
        home = Path.of("target", "servers", COUNT.incrementAndGet() + "-" + container.name().toLowerCase(java.util.Locale.ROOT))
                .toAbsolutePath();
    }

    /** A server that is not started yet, with empty data. */
    public static Server of(Container container) {
        Server server = new Server(container);
        Directories.delete(server.home);
        return server;
    }

    /** Adds options for {@code deploy/run} or the program. */
    public Server with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Adds a setting, as in {@code IAM_ORIGIN}. */
    public Server environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts it, again after a stop on the same data and port, and waits until it answers that it is healthy. */
    public Server start() {
        launch();
        long end = System.nanoTime() + START.toNanos();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException(container + " did not start:\n" + log());
            }
            pause();
        }
        return this;
    }

    /** Starts the process without waiting for an answer. */
    Process launch() {
        List<String> command = new ArrayList<>(container.command());
        command.addAll(List.of(Integer.toString(port), "--data", data().toString()));
        command.addAll(options);
        try {
            Files.createDirectories(home);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("IAM_"));
            builder.environment().putAll(environment);
            process = builder.start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean healthy() {
        try {
            return http().get("/api/health").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A client of this server. */
    public Http http() {
        return new Http(URI.create("http://127.0.0.1:" + port));
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Path data() {
        return home.resolve("data");
    }

    /** All that the server has written to standard output and error, over all its starts. */
    String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return home.resolve("log");
    }

    /** Asks it to end, as Ctrl-C does, and answers its exit status. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Kills it with SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(container + " did not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
