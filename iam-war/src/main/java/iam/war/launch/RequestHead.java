package iam.war.launch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The bytes of a request that have arrived so far, up to the end of its head and what came with it. */
final class RequestHead {
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final long began = System.nanoTime();
    private byte[] bytes = new byte[0];
    private int size;
    private int lineLength;
    private int end;

    /** Adds what was read. */
    void append(ByteBuffer chunk) {
        int from = size;
        size += chunk.remaining();
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, from == 0 ? size : size + size / 2);
        }
        chunk.get(bytes, from, size - from);
        end = endFrom(from);
    }

    /** Whether an empty line has ended the head. */
    boolean complete() {
        return end > 0;
    }

    /** Whether the head, without what may have come after it, is larger than a server has to take. */
    boolean tooLarge() {
        return (complete() ? end : size) > Connectors.MAX_HEAD_BYTES;
    }

    // Tomcat takes a bare line feed as the end of a line too, and skips empty lines before the request line.
    private int endFrom(int from) {
        for (int i = from; i < size; i++) {
            if (bytes[i] == '\n') {
                if (lineLength == 0 && !onlyLineEnds(i)) {
                    return i + 1;
                }
                lineLength = 0;
            } else if (bytes[i] != '\r') {
                lineLength++;
            }
        }
        return 0;
    }

    private boolean onlyLineEnds(int end) {
        for (int i = 0; i < end; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Whether the client has had the time it gets for a head. */
    boolean late() {
        return System.nanoTime() - began > DEADLINE_NANOS;
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, 0, size);
    }
}
