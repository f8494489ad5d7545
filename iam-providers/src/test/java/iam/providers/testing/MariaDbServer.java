package iam.providers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real MariaDB of its own on a free port, with its data in a directory of the test: can be killed the hard way and started again. */
public final class MariaDbServer implements AutoCloseable {
    /** The administrator, who has no password. */
    public static final String USER = "root";
    private static final int START_SECONDS = 60;

    private final MariaDbBinaries binaries;
    private final Path data;
    private final Path temporary;
    private final Path log;
    private final int port;
    private final List<String> options;
    private Process process;

    private MariaDbServer(MariaDbBinaries binaries, Path directory, int port, List<String> options) {
        this.binaries = binaries;
        this.options = options;
        this.data = directory.resolve("mariadb-data");
        this.temporary = directory.resolve("mariadb-tmp");
        this.log = directory.resolve("mariadb.log");
        this.port = port;
    }

    /** Whether there is a MariaDB to start: from the class path, or an installed one. */
    public static boolean available() {
        return MariaDbBinaries.find().isPresent();
    }

    /** Starts a new, empty server; the options come after those of ours. */
    public static MariaDbServer start(Path directory, String... options) {
        try {
            MariaDbServer server = new MariaDbServer(MariaDbBinaries.find().orElseThrow(), directory, freePort(), List.of(options));
            Files.createDirectories(server.data);
            Files.createDirectories(server.temporary);
            server.run(server.binaries.install(server.data)).waitFor();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it again after {@link #kill} or {@link #close}, with the data it had. */
    public void start() {
        try {
            List<String> command = new ArrayList<>(binaries.serve(data, port));
            command.addAll(options);
            process = run(command);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With temporary files of its own: another server that starts removes those of all servers from a folder they share. */
    private Process run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TMPDIR", temporary.toString());
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                execute("SELECT 1");
                return;
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("MariaDB did not start:\n" + Files.readString(log));
    }

    /** Runs a statement as administrator. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(""), USER, ""); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes an empty database with the server's default character set, and answers its URL. */
    public String database(String name) {
        try {
            execute("CREATE DATABASE " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDBC URL of a database. */
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    /** Kills it at once, as {@code kill -9} does. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it in order. */
    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
