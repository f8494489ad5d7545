package sample.redis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iam.spi.config.Config;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreContract;
import iam.spi.store.StoreContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;

/** The store kit on a Redis of its own. */
class RedisStoreTest extends EntityStoreContract {
    private Process server;
    private int port;

    @Override
    protected EntityStore open(StoreContext lent) {
        if (server == null) {
            startRedis(lent.dataDirectory());
        }
        return new RedisStoreFactory().create(new Config(Map.of("url", "redis://127.0.0.1:" + port, "prefix", "iam:")), lent);
    }

    /** Where the variable CI is set, a machine without Redis fails the test. */
    private void startRedis(Path directory) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(place -> Files.isExecutable(Path.of(place, "redis-server")));
        assumeTrue(there || System.getenv("CI") != null, "redis-server is not installed, so the store is not tested");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            server = new ProcessBuilder("redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--dir", directory.toString(), "--save", "")
                    .redirectOutput(directory.resolve("log").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (server.isAlive() && !answers()) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    void stopRedis() throws Exception {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }
}
