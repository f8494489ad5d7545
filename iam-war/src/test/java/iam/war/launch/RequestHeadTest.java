package iam.war.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n", "\r\n\r\nGET / HTTP/1.1\r\n\r\n"})
    void isCompleteWithTheEmptyLineAndNotBefore(String text) {
        RequestHead head = new RequestHead();
        for (int i = 0; i < text.length(); i++) {
            assertFalse(head.complete(), text.substring(0, i));
            head.append(bytes(text.substring(i, i + 1)));
        }
        assertTrue(head.complete());
        assertArrayEquals(text.getBytes(StandardCharsets.US_ASCII), content(head));
    }

    @Test
    void keepsTheBytesThatCameAfterIt() {
        RequestHead head = new RequestHead();
        head.append(bytes("POST / HTTP/1.1\r\nHost: a\r\n\r\n{\n\n}"));
        assertTrue(head.complete());
        assertTrue(new String(content(head), StandardCharsets.US_ASCII).endsWith("{\n\n}"));
    }

    @Test
    void linesOfTheBodyDoNotMakeItLarger() {
        RequestHead head = new RequestHead();
        head.append(bytes("POST / HTTP/1.1\r\n\r\n" + "a".repeat(Connectors.MAX_HEAD_BYTES)));
        assertTrue(head.complete());
        assertFalse(head.tooLarge());
    }

    @Test
    void isTooLargeFromTheFirstByteAboveTheLimit() {
        RequestHead head = new RequestHead();
        head.append(bytes("a".repeat(Connectors.MAX_HEAD_BYTES)));
        assertFalse(head.tooLarge());
        head.append(bytes("a"));
        assertTrue(head.tooLarge());
        assertEquals(Connectors.MAX_HEAD_BYTES + 1, content(head).length);
    }

    private static long missing(String text) {
        RequestHead head = new RequestHead();
        head.append(bytes(text));
        return head.missing();
    }

    @Test
    void knowsHowMuchOfTheBodyIsMissing() {
        assertEquals(0, missing("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        assertEquals(5, missing("POST / HTTP/1.1\r\nHost: a\r\nCONTENT-LENGTH: 10 \r\n\r\n12345"));
        assertEquals(0, missing("POST / HTTP/1.1\nContent-Length:5\nHost: a\n\n12345GET"));
        assertEquals(7, missing("GET / HTTP/1.1\r\nContent-Length: 7\r\n\r\n"));
    }

    @Test
    void doesNotWaitForABodyOfUnknownLength() {
        assertEquals(RequestHead.UNKNOWN, missing("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345"));
        assertEquals(RequestHead.UNKNOWN, missing("POST / HTTP/1.1\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n"));
        assertEquals(RequestHead.UNKNOWN, missing("POST / HTTP/1.1\r\nContent-Length: -10\r\n\r\n"));
    }

    @Test
    void keepsItsEndWhenTheBodyGoesOn() {
        RequestHead head = new RequestHead();
        head.append(bytes("POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\n"));
        head.append(bytes("\n\n\n"));
        assertEquals(3, head.missing());
        head.append(bytes("abc"));
        assertEquals(0, head.missing());
    }

    @Test
    void hasTimeAtFirst() {
        assertFalse(new RequestHead().late());
    }

    private static byte[] content(RequestHead head) {
        ByteBuffer buffer = head.bytes();
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return content;
    }
}
