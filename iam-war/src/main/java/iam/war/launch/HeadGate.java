package iam.war.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Lets a request through to Tomcat only once its head (request line and headers) and a small body are complete. Tomcat
 * would give a connection that sends one byte a second a request processor with buffers of 70 KB for as long as it
 * likes; here it costs the bytes it sent, and it has one deadline for all of them. Of requests whose body is larger, or
 * of unknown size, only so many may be on their way at a time.
 */
final class HeadGate implements Handler<NioChannel> {
    private static final int CHUNK_BYTES = 4096;
    private static final byte[] TOO_LARGE = """
            HTTP/1.1 431 Request Header Fields Too Large\r
            Content-Type: application/json; charset=utf-8\r
            Content-Length: 61\r
            Connection: close\r
            \r
            {"status":"error","msg":"The request headers are too large."}""".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] TOO_MANY = """
            HTTP/1.1 503 Service Unavailable\r
            Content-Type: application/json; charset=utf-8\r
            Content-Length: 78\r
            Retry-After: 10\r
            Connection: close\r
            \r
            {"status":"error","msg":"Too many requests are on their way, try again later"}""".getBytes(StandardCharsets.US_ASCII);
    private static final int SMALL_BODY_BYTES = 16 * 1024;
    private static final int MOST_LARGE_BODIES = 500;

    private final Handler<NioChannel> next;
    /** Connections whose request went on before its body was there. */
    private final Set<SocketWrapperBase<NioChannel>> incomplete = ConcurrentHashMap.newKeySet();
    private final Map<SocketWrapperBase<NioChannel>, RequestHead> heads = new ConcurrentHashMap<>();
    private final ThreadLocal<ByteBuffer> chunks = ThreadLocal.withInitial(() -> ByteBuffer.allocate(CHUNK_BYTES));

    HeadGate(Handler<NioChannel> next) {
        this.next = next;
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
        if (socket.getCurrentProcessor() != null) {
            return forward(socket, event);
        }
        if (event != SocketEvent.OPEN_READ) {
            return heads.remove(socket) == null ? next.process(socket, event) : SocketState.CLOSED;
        }
        try {
            return read(socket);
        } catch (IOException e) {
            // The client is gone; there is nobody to tell.
            return SocketState.CLOSED;
        }
    }

    private SocketState read(SocketWrapperBase<NioChannel> socket) throws IOException {
        RequestHead head = heads.getOrDefault(socket, new RequestHead());
        ByteBuffer chunk = chunks.get().clear();
        int count = socket.read(false, chunk);
        while (count > 0) {
            head.append(chunk.flip());
            if (head.tooLarge()) {
                return refuse(socket, TOO_LARGE);
            }
            if (head.complete()) {
                long missing = head.missing();
                if (missing == 0 || missing > SMALL_BODY_BYTES) {
                    return pass(socket, head, missing);
                }
            }
            count = socket.read(false, chunk.clear());
        }
        return count < 0 || head.late() ? SocketState.CLOSED : await(socket, head);
    }

    private SocketState await(SocketWrapperBase<NioChannel> socket, RequestHead head) {
        heads.put(socket, head);
        socket.registerReadInterest();
        return SocketState.LONG;
    }

    private SocketState pass(SocketWrapperBase<NioChannel> socket, RequestHead head, long missing) throws IOException {
        if (missing > 0 && incomplete.size() >= MOST_LARGE_BODIES) {
            return refuse(socket, TOO_MANY);
        }
        heads.remove(socket);
        if (missing > 0) {
            incomplete.add(socket);
        }
        ByteBuffer bytes = head.bytes();
        if (bytes.remaining() > socket.getSocketBufferHandler().getReadBuffer().capacity()) {
            socket.getSocketBufferHandler().expand(bytes.remaining());
        }
        socket.unRead(bytes);
        return forward(socket, SocketEvent.OPEN_READ);
    }

    private SocketState forward(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
        SocketState state = next.process(socket, event);
        if (state != SocketState.LONG) {
            incomplete.remove(socket);
            return state;
        }
        // Tomcat waits for the rest of a body, or for that of a second, pipelined head: that would be the way round the gate.
        boolean body = socket.getCurrentProcessor() instanceof Processor processor && processor.isAsync();
        return body || socket.isClosed() ? state : SocketState.CLOSED;
    }

    private SocketState refuse(SocketWrapperBase<NioChannel> socket, byte[] answer) throws IOException {
        heads.remove(socket);
        socket.write(true, answer, 0, answer.length);
        socket.flush(true);
        drain(socket);
        return SocketState.CLOSED;
    }

    // Closing with unread bytes would reset the connection before the client has read the answer.
    private void drain(SocketWrapperBase<NioChannel> socket) throws IOException {
        ByteBuffer chunk = chunks.get();
        int rest = Connectors.MAX_HEAD_BYTES;
        int count = 1;
        while (count > 0 && rest > 0) {
            count = socket.read(false, chunk.clear());
            rest -= count;
        }
    }

    @Override
    public Object getGlobal() {
        return next.getGlobal();
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> socket) {
        heads.remove(socket);
        incomplete.remove(socket);
        next.release(socket);
    }

    @Override
    public void pause() {
        next.pause();
    }

    @Override
    public void recycle() {
        heads.clear();
        incomplete.clear();
        next.recycle();
    }
}
