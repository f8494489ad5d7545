package iam.war.http;

import iam.api.Envelope;
import iam.api.Message;
import iam.api.json.EntityJsonb;
import iam.war.Component;
import iam.war.operation.Exchange;
import iam.war.operation.Reply;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers: JSON with its length, security headers on everything. */
@Component
final class ResponseWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseWriter.class);
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private final Jsonb jsonb = EntityJsonb.create();

    void write(HttpServletResponse response, Exchange exchange) throws IOException {
        byte[] bytes = serialized(exchange);
        Reply reply = exchange.reply();
        response.setStatus(reply.status());
        headers(response, exchange);
        if (!reply.contentType().isEmpty()) {
            response.setContentType(reply.contentType());
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void headers(HttpServletResponse response, Exchange exchange) {
        SECURITY.forEach(response::setHeader);
        if (exchange.request().base().startsWith("https:")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (exchange.request().path().startsWith("/api/")) {
            response.setHeader(CACHE_CONTROL, "no-store");
        }
        response.setHeader(RequestIds.HEADER, exchange.id());
        exchange.headers().forEach(header -> response.addHeader(header.getKey(), header.getValue()));
        exchange.reply().headers().forEach(response::setHeader);
    }

    /** Before anything is sent, so that an answer that can't be written becomes an error, not half an answer. */
    private byte[] serialized(Exchange exchange) {
        try {
            return exchange.reply().contentType().isEmpty() ? new byte[0] : bytes(exchange.reply());
        } catch (RuntimeException e) {
            LOG.error("the answer of request {} can't be written", exchange.id(), e);
            exchange.failure(Message.INTERNAL_ERROR);
            exchange.reply(Reply.json(500, Envelope.error(Message.INTERNAL_ERROR.english().formatted(exchange.id()), null)));
            return bytes(exchange.reply());
        }
    }

    private byte[] bytes(Reply reply) {
        if (reply.body() instanceof byte[] bytes) {
            return bytes;
        }
        boolean text = reply.body() instanceof String && !reply.contentType().equals(Reply.JSON);
        return (text ? reply.body().toString() : jsonb.toJson(reply.body())).getBytes(StandardCharsets.UTF_8);
    }
}
