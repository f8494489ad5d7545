package iam.war.http;

import iam.api.ApiException;
import iam.api.Message;
import iam.war.Component;
import iam.war.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the bodies of requests. One that has arrived with its head is read at once; for the others no thread waits: the container calls when there is more. What
 * all of them may hold in memory together is limited.
 */
@Component
final class BodyReader {
    /** A part of the memory that the JVM may have. */
    private static final int PART = 4;

    private final AtomicLong held = new AtomicLong();
    private final long most;

    @Inject
    BodyReader(Settings settings) {
        most = Math.max(Runtime.getRuntime().maxMemory() / PART, settings.integer("iam.upload.limit", RequestReader.UPLOAD_LIMIT));
    }

    /** What becomes of a body; one of the two is called, once, or none when the client goes away. */
    interface Receiver {
        /** All of it is there. */
        void arrived(byte[] body) throws IOException;

        /** The rest is not going to be read. */
        void refused(ApiException reason) throws IOException;
    }

    /**
     * Reads a body.
     *
     * @param servlet the request
     * @param response its answer
     * @param limit how many bytes there may be; 0 to read nothing
     * @param receiver is called before this method returns, or later in a thread of the container
     */
    void read(HttpServletRequest servlet, HttpServletResponse response, int limit, Receiver receiver) throws IOException {
        if (limit == 0 || UnreadBody.none(servlet)) {
            receiver.arrived(new byte[0]);
            UnreadBody.drain(servlet, response);
            return;
        }
        ArrivingBody body = new ArrivingBody(limit, servlet.getContentLengthLong(), this);
        ServletInputStream input = servlet.getInputStream();
        boolean ended = false;
        try {
            // the end is where reading finds it: some containers say that a body is finished when all of it has arrived and nobody has read it yet
            while (!ended && !body.complete() && input.available() > 0) {
                ended = !body.readFrom(input);
            }
        } catch (ApiException e) {
            body.release();
            receiver.refused(e);
            UnreadBody.drain(servlet, response);
            return;
        }
        if (ended || body.complete() || input.isFinished()) {
            arrived(body, receiver);
        } else {
            AsyncContext async = UnreadBody.async(servlet);
            input.setReadListener(new SlowBody(async, input, response, body, receiver));
        }
    }

    static void arrived(ArrivingBody body, Receiver receiver) throws IOException {
        try {
            receiver.arrived(body.bytes());
        } finally {
            body.release();
        }
    }

    /** Counts memory that a body needs; refused when all together need too much. */
    void take(int bytes) {
        if (held.addAndGet(bytes) > most) {
            held.addAndGet(-bytes);
            throw new ApiException(Message.BODIES_TOO_MANY).status(503);
        }
    }

    void give(int bytes) {
        held.addAndGet(-bytes);
    }
}
