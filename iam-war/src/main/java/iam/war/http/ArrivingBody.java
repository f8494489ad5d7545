package iam.war.http;

import iam.api.ApiException;
import iam.api.Message;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The part of a body that has arrived. */
final class ArrivingBody {
    private static final int PART = 8192;
    /** How long it may be as slow as it likes, and how fast it has to be then, on the average. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(20);
    private static final int BYTES_A_SECOND = 1024;

    private final int limit;
    private final long length;
    private final BodyReader memory;
    private final long began = System.nanoTime();
    private final List<byte[]> parts = new ArrayList<>();
    private byte[] part = new byte[0];
    /** How much of the last part is filled. */
    private int filled;
    private int size;

    /**
     * Begins with nothing.
     *
     * @param limit how many bytes there may be
     * @param length how many were announced; -1 for an unknown number
     */
    ArrivingBody(int limit, long length, BodyReader memory) {
        this.limit = limit;
        this.length = length;
        this.memory = memory;
    }

    /** Reads once, as much as is there; false at the end of the body. */
    boolean readFrom(ServletInputStream input) throws IOException {
        if (complete()) {
            return input.read() >= 0; // containers want to have told that this is the end
        }
        if (filled == part.length) {
            begin(size == 0 && length > 0 ? (int) Math.min(PART, length) : PART);
        }
        int count = input.read(part, filled, part.length - filled);
        filled += Math.max(0, count);
        size += Math.max(0, count);
        if (size > limit) {
            throw new ApiException(Message.BODY_TOO_LARGE).status(413);
        }
        long time = System.nanoTime() - began;
        if (time > GRACE && size / BYTES_A_SECOND < TimeUnit.NANOSECONDS.toSeconds(time)) {
            throw new ApiException(Message.BODY_TOO_SLOW).status(408);
        }
        return count >= 0;
    }

    private void begin(int capacity) {
        memory.take(capacity);
        part = new byte[capacity];
        parts.add(part);
        filled = 0;
    }

    /** Whether all that was announced is there. */
    boolean complete() {
        return size == length;
    }

    byte[] bytes() {
        if (parts.size() == 1 && filled == part.length) {
            return part;
        }
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] one : parts) {
            int count = Math.min(one.length, size - at);
            System.arraycopy(one, 0, all, at, count);
            at += count;
        }
        return all;
    }

    /** Says that its memory is free. */
    void release() {
        parts.forEach(one -> memory.give(one.length));
        parts.clear();
        part = new byte[0];
        filled = 0;
        size = 0;
    }
}
