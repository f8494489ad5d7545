package iam.war;

import java.util.concurrent.ThreadFactory;

/**
 * Makes the server's own threads; none of them keeps the JVM alive.
 *
 * @param name the name of each
 */
public record Daemon(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
