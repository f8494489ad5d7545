package iam.war.audit;

import iam.war.operation.Body;
import iam.war.operation.Parameters;
import iam.war.operation.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be written down of a request: its address and body without secrets, cut at a fixed length. */
final class Redaction {
    /** The longest address that is kept. */
    static final int URI_LENGTH = 1000;
    /** The longest body that is kept, in characters. */
    static final int BODY_LENGTH = 8000;

    /** Credentials of the call itself, which are left out altogether. */
    private static final Set<String> CREDENTIALS = Set.of("accessToken", "access_token", "clientSecret", "accessKey", "accessSecret", "password");
    private static final int READ_LENGTH = 4 * BODY_LENGTH;
    private static final int SHORTEST_SECRET = 4;
    private static final Pattern PARAMETER = Pattern.compile("(?<=^|[?&])([^?&=\\s\"{}]+)=[^&\\s]+");

    private Redaction() {
    }

    /** The path with its parameters in the order of their names, without credentials. */
    static String uri(Request request) {
        Map<String, String> parameters = new TreeMap<>(request.query());
        parameters.keySet().removeAll(CREDENTIALS);
        return cut(parameters.isEmpty() ? request.path() : request.path() + "?" + form(parameters), URI_LENGTH);
    }

    /** The body. What is neither JSON nor a form is not kept, since nobody can tell what is secret in it. */
    static String body(Request request) {
        Body body = request.body();
        if (body.looksLikeJson()) {
            return cut(JsonRedactor.redact(cut(body.raw(), READ_LENGTH)), BODY_LENGTH);
        }
        return body.urlencoded() || body.isMultipart() ? cut(form(fields(body)), BODY_LENGTH) : "";
    }

    private static Map<String, String> fields(Body body) {
        try {
            return body.form();
        } catch (iam.api.ApiException e) {
            return Map.of();
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + value(entry)).collect(Collectors.joining("&"));
    }

    private static String value(Map.Entry<String, String> entry) {
        return Secrets.named(entry.getKey()) && !entry.getValue().isEmpty() ? Secrets.MASK : encode(entry.getValue());
    }

    private static String encode(String text) {
        return URLEncoder.encode(cut(text, READ_LENGTH), StandardCharsets.UTF_8);
    }

    /** A text of unknown form: the secret members of JSON in it are masked, and secret parameters. */
    static String text(String text) {
        return PARAMETER.matcher(JsonRedactor.redact(cut(text, READ_LENGTH)))
                .replaceAll(found -> Matcher.quoteReplacement(Secrets.named(Parameters.decode(found.group(1))) ? found.group(1) + "=" + Secrets.MASK : found.group()));
    }

    /** A text that the server made, such as an error, in case it repeats a secret of the request. */
    static String text(Request request, String text) {
        String clean = text;
        for (String secret : secrets(request)) {
            clean = clean.replace(secret, Secrets.MASK);
        }
        return clean;
    }

    private static List<String> secrets(Request request) {
        List<String> secrets = new ArrayList<>();
        collect(request.query(), secrets);
        collect(fields(request.body()), secrets);
        collect(jsonTexts(request.body()), secrets);
        return secrets;
    }

    private static Map<String, String> jsonTexts(Body body) {
        try {
            return body.jsonTexts();
        } catch (iam.api.ApiException e) {
            return Map.of();
        }
    }

    private static void collect(Map<String, String> fields, List<String> secrets) {
        fields.forEach((name, value) -> {
            if (value.length() >= SHORTEST_SECRET && Secrets.named(name)) {
                secrets.add(value);
                secrets.add(Parameters.decode(value));
            }
        });
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
