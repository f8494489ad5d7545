package iam.providers.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A directory with one entry: messages of RFC 4511 shorter than 128 bytes, simple binds and reads of that entry. */
public final class LdapListener implements AutoCloseable {
    private static final int SEQUENCE = 0x30;
    private static final int BIND = 0x60;
    private static final int SEARCH = 0x63;
    private static final int WRONG = 49;

    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final byte[] credentials;

    /** Listens on a free port. */
    public LdapListener(String dn, String password) throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(tagged(0x04, dn.getBytes(StandardCharsets.UTF_8)));
        expected.writeBytes(tagged(0x80, password.getBytes(StandardCharsets.UTF_8)));
        credentials = expected.toByteArray();
        Thread thread = new Thread(this::listen, "ldap");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public String url() {
        return "ldap://127.0.0.1:" + listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                converse(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
            } catch (SocketException e) {
                // closed, here or there
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private void converse(DataInputStream in, OutputStream out) throws IOException {
        while (in.read() == SEQUENCE) {
            byte[] message = in.readNBytes(length(in));
            byte id = message[2];
            int operation = message[3] & 0xff;
            if (operation == BIND) {
                boolean good = new String(message, StandardCharsets.ISO_8859_1).contains(new String(credentials, StandardCharsets.ISO_8859_1));
                out.write(answer(id, 0x61, result(good ? 0 : WRONG)));
            } else if (operation == SEARCH) {
                byte[] name = tagged(0x04, "cn".getBytes(StandardCharsets.UTF_8));
                byte[] attribute = tagged(SEQUENCE, join(name, tagged(0x31, tagged(0x04, "Ann".getBytes(StandardCharsets.UTF_8)))));
                out.write(answer(id, 0x64, join(tagged(0x04, Arrays.copyOfRange(credentials, 2, 2 + credentials[1])), tagged(SEQUENCE, attribute))));
                out.write(answer(id, 0x65, result(0)));
            } else {
                return;
            }
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int length = first < 0x80 ? first : 0;
        for (int i = first < 0x80 ? 0 : first & 0x7f; i > 0; i--) {
            length = length << 8 | in.readUnsignedByte();
        }
        return length;
    }

    private static byte[] result(int code) {
        return new byte[] {0x0a, 1, (byte) code, 0x04, 0, 0x04, 0};
    }

    private static byte[] answer(byte id, int operation, byte[] content) {
        return tagged(SEQUENCE, join(new byte[] {0x02, 1, id}, tagged(operation, content)));
    }

    private static byte[] tagged(int tag, byte[] content) {
        return join(new byte[] {(byte) tag, (byte) content.length}, content);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
