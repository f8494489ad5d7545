package iam.war.testing;

import iam.war.http.Dispatcher;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The whole server without a servlet container, over a store in memory: all beans as they are, default rows made. Tests of the edge send their requests through {@code iam.war.http.Client}. */
public final class Server implements AutoCloseable {
    private final SeContainer container;

    private Server(SeContainer container) {
        this.container = container;
    }

    /** Starts one with default settings. */
    public static Server start() {
        return start(Map.of());
    }

    /** Starts one with settings of its own, which are system properties only while it starts. */
    public static Server start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("iam.store", "memory", "iam.data.dir", Path.of("target", "test-data").toString(), "iam.admin.password", "123"));
        all.putAll(settings);
        all.forEach(System::setProperty);
        try {
            Server server = new Server(SeContainerInitializer.newInstance().initialize());
            server.get(Dispatcher.class);
            return server;
        } finally {
            all.keySet().forEach(System::clearProperty);
        }
    }

    /** A bean. */
    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** All beans of a type. */
    public <T> Instance<T> all(Class<T> type) {
        return container.select(type, Any.Literal.INSTANCE);
    }

    @Override
    public void close() {
        container.close();
    }
}
