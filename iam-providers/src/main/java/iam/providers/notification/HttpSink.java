package iam.providers.notification;

import iam.spi.notification.Notification;
import iam.spi.notification.NotificationSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts the document as JSON to an address of the operator's. {@code Idempotency-Key} has the id; {@code X-Signature-256} is {@code sha256=} and the lower-case
 * hexadecimal HMAC-SHA256 of the body under the configured secret.
 */
final class HttpSink implements NotificationSink {
    private static final String ALGORITHM = "HmacSHA256";

    private final URI url;
    private final byte[] secret;
    private final Duration timeout;
    private final HttpClient client;

    HttpSink(URI url, String secret, Duration timeout) {
        this.url = url;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.timeout = timeout;
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).build();
    }

    @Override
    public void deliver(Notification notification) throws IOException, InterruptedException, GeneralSecurityException {
        byte[] body = notification.document().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(url).timeout(timeout).POST(BodyPublishers.ofByteArray(body)).header("Content-Type", "application/json")
                .header("Idempotency-Key", notification.id()).header("X-Signature-256", "sha256=" + signature(body)).build();
        HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the receiver answered with status " + response.statusCode());
        }
    }

    private String signature(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(secret, ALGORITHM));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
