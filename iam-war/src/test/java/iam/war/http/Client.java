package iam.war.http;

import iam.api.json.EntityJsonb;
import iam.war.operation.Body;
import iam.war.operation.ContentType;
import iam.war.operation.Exchange;
import iam.war.operation.Parameters;
import iam.war.operation.Request;
import iam.war.testing.Server;
import jakarta.json.bind.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests through the pipeline, without a servlet container. One thread. */
public final class Client {
    private static final Jsonb JSONB = EntityJsonb.create();

    private final Pipeline pipeline;
    private final Map<String, String> headers = new HashMap<>();
    private String address = "192.0.2.7";

    /** A client of a server. */
    public Client(Server server) {
        pipeline = server.get(Pipeline.class);
    }

    /**
     * An answer.
     *
     * @param exchange all of it
     * @param text the body
     */
    public record Answer(Exchange exchange, String text) {
        /** The HTTP status. */
        public int status() {
            return exchange.reply().status();
        }

        /** Whether the envelope says so. */
        public boolean ok() {
            return text.startsWith("{\"status\":\"ok\"");
        }

        /** The values of a header that is set by the way of the answer, not by the operation. */
        public List<String> headers(String name) {
            return exchange.headers().stream().filter(header -> header.getKey().equals(name)).map(Map.Entry::getValue).toList();
        }

        /** The cookies that are set, as a browser sends them back. */
        public String cookies() {
            return headers("Set-Cookie").stream().map(cookie -> cookie.substring(0, cookie.indexOf(';'))).collect(Collectors.joining("; "));
        }
    }

    /** A client like this one that sends a header. */
    public Client header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    /** A client like this one at an address. */
    public Client at(String ip) {
        address = ip;
        return this;
    }

    /** Reads. */
    public Answer get(String target) {
        return send("GET", target, "", "");
    }

    /** Posts JSON. */
    public Answer post(String target, String json) {
        return send("POST", target, "application/json", json);
    }

    /** Sends anything. */
    public Answer send(String method, String target, String type, String body) {
        int query = target.indexOf('?');
        String path = Parameters.decode(query < 0 ? target : target.substring(0, query));
        Request.Line line = new Request.Line(method, path, query < 0 ? "" : target.substring(query + 1), "http://localhost", address);
        Exchange exchange = new Exchange("test", new Request(line, headers, cookies(), new Body(body.getBytes(StandardCharsets.UTF_8), ContentType.parse(type))));
        pipeline.answer(exchange);
        return new Answer(exchange, text(exchange.reply().body()));
    }

    private Map<String, String> cookies() {
        Map<String, String> cookies = new HashMap<>();
        for (String cookie : headers.getOrDefault("cookie", "").split("; ")) {
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
            }
        }
        return cookies;
    }

    private static String text(Object body) {
        if (body == null) {
            return "";
        }
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body instanceof String text ? text : JSONB.toJson(body);
    }
}
