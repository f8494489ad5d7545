package iam.spi;

/**
 * A working instance of a plugin. Methods are called by many threads at once unless the interface of its kind says otherwise.
 */
public interface Provider extends AutoCloseable {
    /**
     * Releases what the provider holds, its threads too. Called once, when the server stops or the plugin is exchanged; no other method is called afterwards.
     */
    @Override
    default void close() {
    }

    /**
     * How the provider is. May block for up to one second; called by the readiness check.
     *
     * @return {@link Health#UP} by default
     */
    default Health health() {
        return Health.UP;
    }
}
