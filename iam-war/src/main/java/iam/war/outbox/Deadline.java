package iam.war.outbox;

import iam.war.Component;
import iam.war.Daemon;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls foreign code that may hang. A call that does not end in time is interrupted; while it hangs on all the same, the same receiver is not called again, so
 * that each holds one thread at most.
 */
@Component
public final class Deadline {
    private final Map<String, Thread> running = new ConcurrentHashMap<>();

    @Inject
    Deadline() {
    }

    /** Work that may throw. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /**
     * Calls.
     *
     * @param name who is called
     * @param most how long it may take
     * @throws Exception what the work has thrown, or that it took too long
     */
    public void call(String name, Duration most, Work work) throws Exception {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Thread thread = new Daemon("iam-call " + name).newThread(() -> run(name, work, result));
        if (running.putIfAbsent(name, thread) != null) {
            throw new IOException("an earlier call still hangs");
        }
        thread.start();
        try {
            result.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new IOException("no answer within " + most.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : new IOException(e.getCause().toString(), e.getCause());
        }
    }

    /** Foreign code may throw anything; it is handed to the one who waits. */
    private void run(String name, Work work, CompletableFuture<Void> result) {
        Throwable failure = null;
        try {
            work.run();
        } catch (Throwable e) {
            failure = e;
        }
        running.remove(name);
        if (failure == null) {
            result.complete(null);
        } else {
            result.completeExceptionally(failure);
        }
    }

    @PreDestroy
    void stop() {
        running.values().forEach(Thread::interrupt);
    }
}
