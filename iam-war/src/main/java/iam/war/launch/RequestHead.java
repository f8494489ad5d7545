package iam.war.launch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The bytes of a request that have arrived so far: its head, and what came of its body. */
final class RequestHead {
    /** For a number of bytes. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final long began = System.nanoTime();
    private byte[] bytes = new byte[0];
    private int size;
    private int lineLength;
    /** Where the lines after the first begin. */
    private int[] lines = new int[16];
    private int lineCount;
    private int end;

    /** Adds what was read. */
    void append(ByteBuffer chunk) {
        int from = size;
        size += chunk.remaining();
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, from == 0 ? size : size + size / 2);
        }
        chunk.get(bytes, from, size - from);
        end = complete() ? end : endFrom(from);
    }

    /** Whether an empty line has ended the head. */
    boolean complete() {
        return end > 0;
    }

    /**
     * How many bytes of the body are still to come.
     *
     * @return {@link #UNKNOWN} when their number is not announced, or the client waits to be told to send them
     */
    long missing() {
        String length = field("content-length:");
        if (length == null) {
            return field("transfer-encoding:") == null ? 0 : UNKNOWN;
        }
        return !length.matches("[0-9]{1,18}") || field("expect:") != null ? UNKNOWN : Math.max(0, Long.parseLong(length) - (size - end));
    }

    /** The value of a header; null when it is not there. */
    private String field(String name) {
        for (int i = 0; i < lineCount; i++) {
            if (lines[i] + name.length() < end && begins(lines[i], name)) {
                String rest = new String(bytes, lines[i], end - lines[i], StandardCharsets.ISO_8859_1);
                return rest.substring(name.length(), rest.indexOf('\n')).trim();
            }
        }
        return null;
    }

    private boolean begins(int at, String name) {
        int i = 0;
        while (i < name.length() && Character.toLowerCase((char) bytes[at + i]) == name.charAt(i)) {
            i++;
        }
        return i == name.length();
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
                lineBegins(i + 1);
            } else if (bytes[i] != '\r') {
                lineLength++;
            }
        }
        return 0;
    }

    private void lineBegins(int at) {
        if (lineCount == lines.length) {
            lines = Arrays.copyOf(lines, 2 * lineCount);
        }
        lines[lineCount++] = at;
    }

    private boolean onlyLineEnds(int end) {
        for (int i = 0; i < end; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Whether the client has had the time it gets for a head, and for a small body once more. */
    boolean late() {
        return System.nanoTime() - began > (complete() ? 2 * DEADLINE_NANOS : DEADLINE_NANOS);
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, 0, size);
    }
}
