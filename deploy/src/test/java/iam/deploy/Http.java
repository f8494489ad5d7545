package iam.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of one server: no redirects, no cookies, nothing that the test has not said. */
public final class Http {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** Below the server's 30 s, or a request may go out on a connection that is being closed. */
    private static final String KEEP_ALIVE_SECONDS = "10";

    static {
        System.setProperty("jdk.httpclient.keepalive.timeout", KEEP_ALIVE_SECONDS);
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

    private final URI base;

    /** A client of the server at an address without a slash at the end. */
    public Http(URI base) {
        this.base = base;
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {
        /** The first value of a header; empty if there is none. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** The address of the server, without a slash at the end. */
    URI base() {
        return base;
    }

    /** GET; headers are name, value, name, value. */
    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** POST with a body as it stands. */
    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** POST of JSON. */
    public Answer postJson(String path, String json, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("POST", path, json, all);
    }

    /** Any method; the path begins with a slash and may have a query. */
    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
