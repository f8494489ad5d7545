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
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes a request of what the servlet container has: path, headers, cookies, and the body that was read. */
@Component
final class RequestReader {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    static final int UPLOAD_LIMIT = 64 << 20;

    private final Aliases aliases;
    private final ClientAddress clients;
    private final int bodyLimit;
    private final int uploadLimit;

    @Inject
    RequestReader(Aliases aliases, ClientAddress clients, Settings settings) {
        this.aliases = aliases;
        this.clients = clients;
        bodyLimit = settings.integer("iam.body.limit", 2 << 20);
        uploadLimit = settings.integer("iam.upload.limit", UPLOAD_LIMIT);
    }

    /**
     * What is known of a request before its body is there.
     *
     * @param path where it goes
     * @param type of the body
     * @param limit how many bytes the body may have; 0 when there is none to read
     */
    record Head(String path, ContentType type, int limit) {
    }

    /** Reads the head, and refuses what nobody has to wait for. */
    Head head(HttpServletRequest servlet) {
        String path = aliases.resolve(Paths.check(servlet.getRequestURI().substring(servlet.getContextPath().length())));
        if (WITHOUT_BODY.contains(servlet.getMethod())) {
            return new Head(path, ContentType.NONE, 0);
        }
        int limit = path.startsWith("/api/upload-") ? uploadLimit : bodyLimit;
        if (servlet.getContentLengthLong() > limit) {
            throw new ApiException(Message.BODY_TOO_LARGE).status(413);
        }
        return new Head(path, ContentType.parse(servlet.getContentType() == null ? "" : servlet.getContentType()), limit);
    }

    /** The whole request. */
    Request request(HttpServletRequest servlet, Head head, byte[] body) {
        String query = servlet.getQueryString() == null ? "" : servlet.getQueryString();
        Request.Line line = new Request.Line(servlet.getMethod(), head.path(), query, clients.base(servlet) + servlet.getContextPath(), clients.address(servlet));
        return new Request(line, headers(servlet), cookies(servlet), head.limit() == 0 ? Body.EMPTY : new Body(body, head.type()));
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
}
