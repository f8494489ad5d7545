package iam.war.outbound;

import iam.war.Component;
import iam.war.Daemon;
import iam.war.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The one way to call an address that somebody has stored: only http and https, no private addresses unless {@code iam.outbound.private} or
 * {@code iam.outbound.allowed} says so, no redirects, a time limit for the whole exchange, and no more of the answer than is needed.
 */
@Component
public final class Outbound {
    /** The type of a form body. */
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_TEXT = 16 << 10;

    private final AddressRule rule;
    private final ExecutorService threads = Executors.newCachedThreadPool(new Daemon("iam-outbound"));
    private HttpClient client;

    @Inject
    Outbound(Settings settings) {
        rule = new AddressRule(settings.flag("iam.outbound.private", false), settings.text("iam.outbound.allowed", ""));
    }

    /** Made for the first call: it reads all trusted certificates, which a start can do without. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = client(threads);
        }
        return client;
    }

    /** Up to Java 20 its own thread ends only some time after nobody uses the client; until then that thread must not hold the application's class loader. */
    private static HttpClient client(Executor threads) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).executor(threads).build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * What a receiver has answered.
     *
     * @param status the HTTP status
     * @param text the beginning of the body
     */
    public record Answer(int status, String text) {
        /** Whether the receiver has accepted. */
        public boolean accepted() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Begins a request.
     *
     * @throws IOException when the text is no http or https URL with a host
     */
    public static HttpRequest.Builder to(String url) throws IOException {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
                return HttpRequest.newBuilder(uri);
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedAddressException("the address of the receiver is no URL");
        }
        throw new RefusedAddressException("the address of the receiver is no http or https URL");
    }

    /** A POST of a form. */
    public static HttpRequest.Builder form(String url, Map<String, String> fields) throws IOException {
        return to(url).header("Content-Type", FORM).POST(BodyPublishers.ofString(encode(fields)));
    }

    /** Fields as they stand in a query or form. */
    public static String encode(Map<String, String> fields) {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    /**
     * Sends a request.
     *
     * @param most how long it may take, body included
     * @throws IOException when the address is refused, or there is no answer in time
     */
    public Answer send(HttpRequest.Builder builder, Duration most) throws IOException, InterruptedException {
        HttpRequest request = builder.timeout(most).build();
        rule.check(request.uri().getHost().replaceAll("[\\[\\]]", ""));
        CompletableFuture<HttpResponse<String>> exchange = client().sendAsync(request, head -> new LimitedBody(MOST_TEXT));
        try {
            HttpResponse<String> response = exchange.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + most.toSeconds() + " s", e);
        } finally {
            exchange.cancel(true);
        }
    }

    /** The texts of the client are meant for programmers, or missing. */
    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? "no connection (" + cause.getClass().getSimpleName() + ")" : cause.getMessage();
    }
}
