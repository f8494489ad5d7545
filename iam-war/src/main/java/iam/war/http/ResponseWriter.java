package iam.war.http;

import iam.api.json.EntityJsonb;
import iam.war.Component;
import iam.war.operation.Reply;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers: JSON with its length, security headers on everything. */
@Component
final class ResponseWriter {
    private final Jsonb jsonb = EntityJsonb.create();

    void envelope(HttpServletResponse response, int status, Object envelope) throws IOException {
        write(response, new Reply(status, java.util.Map.of(), Reply.JSON, envelope));
    }

    void write(HttpServletResponse response, Reply reply) throws IOException {
        response.setStatus(reply.status());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        reply.headers().forEach(response::setHeader);
        if (reply.contentType().isEmpty()) {
            response.setContentLength(0);
            return;
        }
        byte[] bytes = bytes(reply);
        response.setContentType(reply.contentType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private byte[] bytes(Reply reply) {
        if (reply.body() instanceof byte[] bytes) {
            return bytes;
        }
        boolean text = reply.body() instanceof String && !reply.contentType().equals(Reply.JSON);
        return (text ? reply.body().toString() : jsonb.toJson(reply.body())).getBytes(StandardCharsets.UTF_8);
    }
}
