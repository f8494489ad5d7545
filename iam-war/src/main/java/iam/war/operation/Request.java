package iam.war.operation;

import iam.api.ApiException;
import iam.api.Message;
import iam.spi.authn.AuthenticationRequest;
import java.util.Map;
import java.util.Optional;

/** One request, read once: line, headers, parameters and body, independent of the servlet container. */
public final class Request implements AuthenticationRequest {
    private final Line line;
    private final Map<String, String> headers;
    private final Map<String, String> cookies;
    private final Map<String, String> query;
    private final Body body;

    /**
     * The first line of a request and where it came from.
     *
     * @param method upper case
     * @param path the path of the operation, aliases resolved
     * @param rawQuery the query as sent, without the question mark; may be empty
     * @param base scheme, host and port as the client used them, and the context path, without a trailing slash
     * @param remoteAddress the IP address of the client
     */
    public record Line(String method, String path, String rawQuery, String base, String remoteAddress) {
    }

    /**
     * Puts a request together.
     *
     * @param line the first line
     * @param headers first value by lower-case name
     * @param cookies first value by name
     * @param body the body, possibly empty
     */
    public Request(Line line, Map<String, String> headers, Map<String, String> cookies, Body body) {
        this.line = line;
        this.headers = headers;
        this.cookies = cookies;
        this.query = Parameters.parse(line.rawQuery());
        this.body = body;
    }

    @Override
    public String method() {
        return line.method();
    }

    @Override
    public String path() {
        return line.path();
    }

    @Override
    public String url() {
        return line.base() + line.path();
    }

    /** Scheme, host and port as the client used them. */
    public String base() {
        return line.base();
    }

    /** The query as sent. */
    public String rawQuery() {
        return line.rawQuery();
    }

    @Override
    public String remoteAddress() {
        return line.remoteAddress();
    }

    /** All headers, names in lower case. */
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** The same request without its cookies, for a caller whose browser may not speak for its user. */
    public Request withoutCookies() {
        return new Request(line, headers, Map.of(), body);
    }

    /** The parameters of the query. */
    public Map<String, String> query() {
        return query;
    }

    /** A parameter of the query, or empty text. */
    public String query(String name) {
        return query.getOrDefault(name, "");
    }

    @Override
    public String parameter(String name) {
        String value = query(name);
        return value.isEmpty() && body.urlencoded() ? body.form().getOrDefault(name, "") : value;
    }

    /** A parameter of the query, or else of a form body of either type, or empty text. */
    public String formParameter(String name) {
        String value = query(name);
        return value.isEmpty() ? body.form().getOrDefault(name, "") : value;
    }

    /** A whole number among the parameters; what is none is answered with an error. */
    public int number(String name, int absent) {
        String value = formParameter(name);
        try {
            return value.isEmpty() ? absent : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ApiException(Message.NUMBER_INVALID, value);
        }
    }

    /** The body. */
    public Body body() {
        return body;
    }
}
