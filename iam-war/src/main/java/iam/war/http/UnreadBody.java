package iam.war.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The rest of a body that nobody wants, after the answer. Containers would read it with a thread that waits. Here it is taken for a short time, so that a client
 * that is still sending finds the answer; then the connection is cut off.
 */
final class UnreadBody implements ReadListener {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST = 2 << 20;

    private final AsyncContext async;
    private final ServletInputStream input;
    private final byte[] chunk = new byte[8192];
    private long end;
    private int taken;

    UnreadBody(AsyncContext async, ServletInputStream input) {
        this.async = async;
        this.input = input;
    }

    /** Whether a request has no body, as far as its head tells. */
    static boolean none(HttpServletRequest servlet) {
        return servlet.getContentLengthLong() == 0
                || servlet.getContentLengthLong() < 0 && servlet.getHeader("Transfer-Encoding") == null && servlet.getProtocol().startsWith("HTTP/1");
    }

    /** Takes the rest of a body, if there is one. */
    static void drain(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        if (!none(servlet) && !servlet.getInputStream().isFinished()) {
            response.flushBuffer();
            servlet.getInputStream().setReadListener(new UnreadBody(async(servlet), servlet.getInputStream()));
        }
    }

    /** Lets a request go on without a thread. Silent clients meet the time-out of the container. */
    static AsyncContext async(HttpServletRequest servlet) {
        AsyncContext async = servlet.startAsync();
        async.setTimeout(0);
        return async;
    }

    @Override
    public void onDataAvailable() throws IOException {
        end = end == 0 ? System.nanoTime() + PATIENCE : end;
        while (input.isReady() && !input.isFinished()) {
            taken += Math.max(0, input.read(chunk));
            if (taken > MOST || System.nanoTime() > end) {
                // Only so does the container close the connection at once.
                throw new IOException("the rest of the request is not read");
            }
        }
    }

    @Override
    public void onAllDataRead() {
        async.complete();
    }

    @Override
    public void onError(Throwable failure) {
        async.complete();
    }
}
