package iam.war.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.ApiException;
import iam.war.config.Settings;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How bodies come together, and how much memory they may have together. */
class ArrivingBodyTest {
    private final BodyReader memory = new BodyReader(new Settings(new Properties()));

    /** Hands out some bytes at a time. */
    private static final class Pieces extends ServletInputStream {
        private final ByteArrayInputStream bytes;
        private final int most;

        Pieces(byte[] bytes, int most) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.most = most;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, most));
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private byte[] read(byte[] sent, int most, int limit, long length) throws IOException {
        ArrivingBody body = new ArrivingBody(limit, length, memory);
        Pieces pieces = new Pieces(sent, most);
        while (!pieces.isFinished()) {
            assertFalse(body.complete());
            body.readFrom(pieces);
        }
        assertEquals(length >= 0, body.complete());
        byte[] bytes = body.bytes();
        body.release();
        return bytes;
    }

    @Test
    void comesTogetherFromPieces() throws IOException {
        byte[] sent = new byte[20_001];
        new Random(1).nextBytes(sent);
        for (int most : new int[] {1, 1000, 8192, 100_000}) {
            assertArrayEquals(sent, read(sent, most, 20_001, -1));
            assertArrayEquals(sent, read(sent, most, 20_001, sent.length));
        }
        assertArrayEquals(new byte[] {7}, read(new byte[] {7}, 1, 10, 1));
    }

    @Test
    void refusesTheByteAboveTheLimit() {
        ApiException refused = assertThrows(ApiException.class, () -> read(new byte[11], 100, 10, -1));
        assertEquals(413, refused.status());
    }

    @Test
    void allTogetherHaveALimit() {
        List<ArrivingBody> bodies = new ArrayList<>();
        Pieces endless = new Pieces(new byte[1 << 20], 1);
        ApiException refused = assertThrows(ApiException.class, () -> {
            while (true) {
                ArrivingBody body = new ArrivingBody(10, -1, memory);
                bodies.add(body);
                body.readFrom(endless);
            }
        });
        assertEquals(503, refused.status());
        assertTrue(bodies.size() > 1000);
        bodies.forEach(ArrivingBody::release);
        memory.take(8192);
        memory.give(8192);
    }
}
