package iam.deploy.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A kept connection to a server: cheaper than a client library, since the load generator shares the machine with what it measures. */
final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param status the status code
     * @param cookies the cookies that were set, ready to be sent back
     * @param body the body
     */
    record Answer(int status, String cookies, String body) {
        /** This answer, when it has a text in it. */
        Answer with(String text) {
            if (!body.contains(text)) {
                throw new IllegalStateException("no " + text + " in " + status + " " + body);
            }
            return this;
        }

        /** A text member of the body, whatever it is nested in. */
        String member(String name) {
            String begin = "\"" + name + "\":\"";
            int from = with(begin).body.indexOf(begin) + begin.length();
            return body.substring(from, body.indexOf('"', from));
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer form(String path, String body, String... headers) {
        return send("POST", path, body, with(headers, "application/x-www-form-urlencoded"));
    }

    Answer json(String path, String body, String... headers) {
        return send("POST", path, body, with(headers, "application/json"));
    }

    private static String[] with(String[] headers, String type) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: " + type);
        return all.toArray(String[]::new);
    }

    private Answer send(String method, String path, String body, String... headers) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(256).append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (method.equals("POST")) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] request = java.util.Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        try {
            connect();
            socket.getOutputStream().write(request);
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        StringBuilder cookies = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.endsWith("chunked");
            } else if (header.startsWith("set-cookie:")) {
                cookies.append(cookies.isEmpty() ? "" : "; ").append(line.substring(11).trim().split(";")[0]);
            } else if (header.startsWith("connection:")) {
                last = header.endsWith("close");
            }
        }
        String body = chunked ? chunks() : new String(bytes(length), StandardCharsets.UTF_8);
        if (last) {
            close();
        }
        return new Answer(status, cookies.toString(), body);
    }

    private String chunks() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            text.append(new String(bytes(length), StandardCharsets.UTF_8));
            line();
        }
        line();
        return text.toString();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server ended the connection");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server ended the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
