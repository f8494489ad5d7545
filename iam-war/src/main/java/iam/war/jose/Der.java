package iam.war.jose;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The few forms of DER (X.690) that certificates and traditional private keys are made of. */
final class Der {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    private Der() {
    }

    /** A value with its tag and length. */
    static byte[] value(int tag, byte[]... parts) {
        byte[] content = join(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int skip = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - skip);
            out.write(length, skip, length.length - skip);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return value(SEQUENCE, parts);
    }

    static byte[] set(byte[]... parts) {
        return value(SET, parts);
    }

    static byte[] integer(BigInteger number) {
        return value(INTEGER, number.toByteArray());
    }

    static byte[] octets(byte[] bytes) {
        return value(OCTET_STRING, bytes);
    }

    /** A bit string of whole bytes. */
    static byte[] bits(byte[] bytes) {
        return value(BIT_STRING, new byte[1], bytes);
    }

    static byte[] nothing() {
        return value(0x05);
    }

    static byte[] flag(boolean set) {
        return value(0x01, new byte[] {(byte) (set ? 0xff : 0)});
    }

    static byte[] utf8(String text) {
        return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A context-specific, constructed value. */
    static byte[] tagged(int number, byte[] content) {
        return value(0xa0 | number, content);
    }

    /** An object identifier such as {@code 2.5.4.3}. */
    static byte[] oid(String dotted) {
        long[] arcs = Arrays.stream(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((int) (arcs[0] * 40 + arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            for (int shift = 63 / 7 * 7; shift > 0; shift -= 7) {
                if (arcs[i] >> shift != 0) {
                    out.write((int) (arcs[i] >> shift & 0x7f | 0x80));
                }
            }
            out.write((int) (arcs[i] & 0x7f));
        }
        return value(0x06, out.toByteArray());
    }

    /** A time: two digits of the year until 2049, four afterwards (RFC 5280 section 4.1.2.5). */
    static byte[] time(OffsetDateTime time) {
        OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
        boolean two = utc.getYear() < 2050;
        String text = DateTimeFormatter.ofPattern(two ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'").format(utc);
        return value(two ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * A value that was read.
     *
     * @param tag its tag
     * @param content what is inside
     * @param whole tag, length and content
     */
    record Read(int tag, byte[] content, byte[] whole) {
        /** The values inside. */
        List<Read> inside() {
            return readAll(content);
        }
    }

    /** Reads values that follow each other. */
    static List<Read> readAll(byte[] bytes) {
        List<Read> values = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int length = bytes[at + 1] & 0xff;
            int start = at + 2;
            if (length >= 0x80) {
                int count = length & 0x7f;
                length = new BigInteger(1, Arrays.copyOfRange(bytes, start, start + count)).intValueExact();
                start += count;
            }
            if (start + length > bytes.length) {
                throw new IllegalArgumentException("DER ends too early");
            }
            values.add(new Read(bytes[at] & 0xff, Arrays.copyOfRange(bytes, start, start + length), Arrays.copyOfRange(bytes, at, start + length)));
            at = start + length;
        }
        return values;
    }
}
