package iam.war.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Lets a request through to Tomcat only once its head (request line and headers) is complete. Tomcat would give a
 * connection that sends one byte a second a request processor with buffers of 70 KB for as long as it likes; here it
 * costs the bytes it sent, and it has one deadline for the whole head.
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

    private final Handler<NioChannel> next;
    private final Map<SocketWrapperBase<NioChannel>, RequestHead> heads = new ConcurrentHashMap<>();
    private final ThreadLocal<ByteBuffer> chunks = ThreadLocal.withInitial(() -> ByteBuffer.allocate(CHUNK_BYTES));

    HeadGate(Handler<NioChannel> next) {
        this.next = next;
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
        if (socket.getCurrentProcessor() != null) {
            return next.process(socket, event);
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
                return refuse(socket);
            }
            if (head.complete()) {
                return pass(socket, head);
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

    private SocketState pass(SocketWrapperBase<NioChannel> socket, RequestHead head) {
        heads.remove(socket);
        ByteBuffer bytes = head.bytes();
        if (bytes.remaining() > socket.getSocketBufferHandler().getReadBuffer().capacity()) {
            socket.getSocketBufferHandler().expand(bytes.remaining());
        }
        socket.unRead(bytes);
        SocketState state = next.process(socket, SocketEvent.OPEN_READ);
        // Tomcat waits for the rest of a second, pipelined head: that would be the way round the gate.
        return state == SocketState.LONG && !socket.isClosed() ? SocketState.CLOSED : state;
    }

    private SocketState refuse(SocketWrapperBase<NioChannel> socket) throws IOException {
        heads.remove(socket);
        socket.write(true, TOO_LARGE, 0, TOO_LARGE.length);
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
        next.release(socket);
    }

    @Override
    public void pause() {
        next.pause();
    }

    @Override
    public void recycle() {
        heads.clear();
        next.recycle();
    }
}
