package iam.war.http;

import iam.api.ApiException;
import iam.api.Message;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.operation.Body;
import iam.war.operation.ContentType;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a servlet request once: path, headers, cookies, and the body up to its limit. */
@Component
final class RequestReader {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private final Aliases aliases;
    private final ClientAddress clients;
    private final int bodyLimit;
    private final int uploadLimit;

    @Inject
    RequestReader(Aliases aliases, ClientAddress clients, Settings settings) {
        this.aliases = aliases;
        this.clients = clients;
        bodyLimit = settings.integer("iam.body.limit", 2 << 20);
        uploadLimit = settings.integer("iam.upload.limit", 64 << 20);
    }

    Request read(HttpServletRequest servlet) throws IOException {
        String path = aliases.resolve(Paths.check(servlet.getRequestURI().substring(servlet.getContextPath().length())));
        Map<String, String> headers = headers(servlet);
        Body body = WITHOUT_BODY.contains(servlet.getMethod()) ? Body.EMPTY : body(servlet, path);
        String query = servlet.getQueryString() == null ? "" : servlet.getQueryString();
        Request.Line line = new Request.Line(servlet.getMethod(), path, query, clients.base(servlet), clients.address(servlet));
        return new Request(line, headers, cookies(servlet), body);
    }

    private static Map<String, String> headers(HttpServletRequest servlet) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(servlet.getHeaderNames())) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), servlet.getHeader(name));
        }
        return headers;
    }

    private static Map<String, String> cookies(HttpServletRequest servlet) {
        Map<String, String> cookies = new HashMap<>();
        if (servlet.getCookies() != null) {
            for (Cookie cookie : servlet.getCookies()) {
                cookies.putIfAbsent(cookie.getName(), cookie.getValue());
            }
        }
        return cookies;
    }

    private Body body(HttpServletRequest servlet, String path) throws IOException {
        int limit = path.startsWith("/api/upload-") ? uploadLimit : bodyLimit;
        if (servlet.getContentLengthLong() > limit) {
            throw new ApiException(Message.BODY_TOO_LARGE).status(413);
        }
        ContentType type = ContentType.parse(servlet.getContentType() == null ? "" : servlet.getContentType());
        byte[] bytes = servlet.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ApiException(Message.BODY_TOO_LARGE).status(413);
        }
        return new Body(bytes, type);
    }
}
