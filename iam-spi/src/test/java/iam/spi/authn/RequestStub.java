package iam.spi.authn;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request for tests, put together piece by piece. */
public final class RequestStub implements AuthenticationRequest {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /**
     * A request without anything.
     *
     * @param method upper case
     * @param path such as {@code /api/get-account}
     */
    public RequestStub(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /**
     * Adds a header.
     *
     * @param name in any case
     * @param value its value
     * @return this request
     */
    public RequestStub header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    /**
     * Adds a cookie.
     *
     * @param name its name
     * @param value its value
     * @return this request
     */
    public RequestStub cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /**
     * Adds a parameter.
     *
     * @param name its name
     * @param value its value
     * @return this request
     */
    public RequestStub with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String url() {
        return "https://iam.example.com" + path;
    }

    @Override
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    @Override
    public String remoteAddress() {
        return "192.0.2.1";
    }

    @Override
    public String toString() {
        return method + " " + path + " " + headers + cookies + parameters;
    }
}
