package iam.providers.jpa;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file of transactions, each with its position: of a header (what it is, whose it is), then of frames (length, CRC-32C, content). A frame that was cut off
 * by a kill is the end. Not for several threads.
 */
final class JournalFile implements AutoCloseable {
    private static final long KIND = 0x69616d2d6a6e6c31L;
    private static final int HEADER = 2 * Long.BYTES;
    private static final int FRAME = 2 * Integer.BYTES;

    private final Path path;
    private FileChannel channel;
    private long size;

    JournalFile(Path path) {
        this.path = path;
    }

    /**
     * A transaction that was committed.
     *
     * @param position its place among all, without gaps
     * @param changes its statements
     */
    record Entry(long position, List<SqlSession.Change> changes) {
    }

    Path path() {
        return path;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** The statements of a transaction; the position comes with {@link #frame}. */
    static byte[] content(List<SqlSession.Change> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(changes.size());
            for (SqlSession.Change change : changes) {
                text(out, change.sql().getBytes(StandardCharsets.UTF_8));
                out.writeInt(change.parameters().size());
                for (Object parameter : change.parameters()) {
                    value(out, parameter);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return bytes.toByteArray();
    }

    /** A frame as it stands in the file. */
    static byte[] frame(long position, byte[] content) {
        ByteBuffer frame = ByteBuffer.allocate(FRAME + Long.BYTES + content.length);
        frame.putInt(Long.BYTES + content.length).putInt(0).putLong(position).put(content);
        return frame.putInt(Integer.BYTES, sum(frame.array(), FRAME, frame.capacity() - FRAME)).array();
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    private static void value(DataOutputStream out, Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (new String(bytes, StandardCharsets.UTF_8).equals(text)) {
                out.writeByte('s');
                text(out, bytes);
            } else { // half of a surrogate pair, for which UTF-8 has no bytes
                out.writeByte('c');
                out.writeInt(text.length());
                out.writeChars(text);
            }
        } else if (value instanceof Integer number) {
            out.writeByte('i');
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Boolean is) {
            out.writeByte('b');
            out.writeBoolean(is);
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private static void text(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** What is done with a transaction. */
    interface EntryVisitor {
        void visit(Entry entry) throws IOException, SQLException;
    }

    /**
     * Goes through the transactions that are in the file.
     *
     * @param owner whose the file has to be
     * @throws IOException if it is of somebody else, or can't be read
     */
    void each(long owner, EntryVisitor visitor) throws IOException, SQLException {
        byte[] file;
        try {
            file = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return;
        }
        if (file.length < HEADER) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(file);
        if (in.getLong() != KIND || in.getLong() != owner) {
            throw new IOException(path + " is not the journal of this database");
        }
        while (in.remaining() >= FRAME) {
            int length = in.getInt();
            int sum = in.getInt();
            if (length < Long.BYTES || length > in.remaining() || sum(file, in.position(), length) != sum) {
                break;
            }
            visitor.visit(entry(new DataInputStream(new ByteArrayInputStream(file, in.position(), length))));
            in.position(in.position() + length);
        }
    }

    private static Entry entry(DataInputStream in) throws IOException {
        long position = in.readLong();
        List<SqlSession.Change> changes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String sql = text(in);
            List<Object> parameters = new ArrayList<>();
            for (int values = in.readInt(); values > 0; values--) {
                parameters.add(value(in));
            }
            changes.add(new SqlSession.Change(sql, parameters));
        }
        return new Entry(position, changes);
    }

    private static Object value(DataInputStream in) throws IOException {
        char kind = (char) in.readByte();
        return switch (kind) {
            case '0' -> null;
            case 's' -> text(in);
            case 'c' -> characters(in);
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'b' -> in.readBoolean();
            default -> throw new IOException("a journal has no values of kind " + kind);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static String characters(DataInputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int left = in.readInt(); left > 0; left--) {
            text.append(in.readChar());
        }
        return text.toString();
    }

    /** Begins anew, without transactions. */
    void clear(long owner) throws IOException {
        if (channel == null) {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        write(ByteBuffer.allocate(HEADER).putLong(KIND).putLong(owner).flip(), 0);
        channel.truncate(HEADER);
        channel.force(false);
        size = HEADER;
    }

    /** Puts frames on the disk. When that fails, it is as if it had not been tried. */
    void append(byte[] frames) throws IOException {
        write(ByteBuffer.wrap(frames), size);
        channel.force(false);
        size += frames.length;
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes, position + bytes.position());
        }
    }

    /** Removes the file. */
    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
