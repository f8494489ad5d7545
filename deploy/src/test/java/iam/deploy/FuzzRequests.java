package iam.deploy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes requests out of operations: the right names with wrong values, and now and then plain nonsense. */
final class FuzzRequests {
    private static final List<String> NAMES = List.of("id", "owner", "name", "organization", "user", "userId", "username", "password", "application", "applicationId", "clientId", "client_id",
            "client_secret", "code", "grant_type", "token", "p", "pageSize", "field", "value", "sortField", "sortOrder", "columns", "sessionPkId", "type", "method", "state", "redirect_uri",
            "response_type", "scope", "sorter", "limit", "isOnline", "dest", "receiver", "email", "phone", "groups", "users", "roles", "providers", "createdTime", "isEnabled", "properties");
    private static final List<String> VALUES = List.of("", "built-in", "admin", "fuzz", "built-in/admin", "fuzz/x", "admin/app-built-in", "admin/built-in", "app-built-in", "/", "//", "a/b/c", "-1", "0",
            "99999999999999999999", "1e309", "NaN", "true", "null", "undefined", "'", "\"", "\\", "' OR '1'='1", "%", "_", "%00", "\u0000", "\u202e", "\uD800", "漢\uD83D\uDE00", "<script>", "${jndi:x}", "{{7*7}}",
            "../../etc/passwd", "http://127.0.0.1:1/", "https://example.com/callback", "authorization_code", "password", "client_credentials", "refresh_token", "S256", "2020-01-01T00:00:00Z", "+", " ", "\r\nX: y");
    private static final List<String> TYPES = List.of("application/json", "application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "multipart/form-data; boundary=b", "application/json;;;",
            "application/xml", "x", "application/json; charset=utf-16");
    private static final int MOST_FIELDS = 6;
    private static final int DEEP = 3;

    private final Random random;

    FuzzRequests(long seed) {
        random = new Random(seed);
    }

    /** A request. */
    record Sent(String method, String target, String body, String[] headers) {
        @Override
        public String toString() {
            return method + " " + target + " " + Arrays.toString(headers) + " " + body;
        }
    }

    /** For a line of the list of operations. */
    Sent next(String operation, String credentials) {
        String[] words = operation.split(" ");
        String method = words[0].equals("ANY") ? pick(List.of("GET", "POST", "PUT", "DELETE")) : random.nextInt(20) == 0 ? pick(List.of("GET", "POST", "PUT", "DELETE", "PATCH")) : words[0];
        String path = words[1].replaceAll(":\\w+", encode(value()).replace("%2F", "x").replace("%00", "x").replace("%5C", "x"));
        String query = form() + (credentials.isEmpty() ? "" : "&" + credentials);
        String type = pick(TYPES);
        String body = method.equals("GET") ? "" : body(type);
        String[] headers = body.isEmpty() ? new String[] {"Accept-Language", pick(List.of("fr", "xx", "*;q=9", "zh-CN,en;q=0.5"))} : new String[] {"Content-Type", type};
        return new Sent(method, path + "?" + query, body, headers);
    }

    private String body(String type) {
        if (type.endsWith("boundary=b")) {
            return fields().map(name -> "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value() + "\r\n").collect(Collectors.joining()) + "--b--";
        }
        return switch (random.nextInt(8)) {
            case 0 -> form();
            case 1 -> IntStream.range(0, random.nextInt(200)).mapToObj(i -> String.valueOf((char) random.nextInt(0x3000))).collect(Collectors.joining());
            case 2 -> {
                String json = json(0);
                yield json.substring(0, random.nextInt(json.length() + 1));
            }
            default -> type.contains("form") ? form() : json(0);
        };
    }

    private String json(int depth) {
        return fields().map(name -> "\"" + name + "\":" + jsonValue(depth)).distinct().collect(Collectors.joining(",", "{", "}"));
    }

    private String jsonValue(int depth) {
        return switch (random.nextInt(depth < DEEP ? 9 : 6)) {
            case 0 -> pick(List.of("true", "false", "null", "0", "-1", "1.5", "1e400", "123456789012345678901234567890"));
            case 6 -> json(depth + 1);
            case 7 -> "[" + jsonValue(depth + 1) + "," + jsonValue(depth + 1) + "]";
            case 8 -> "[]";
            default -> quoted(value());
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000").replace("\r", "\\r").replace("\n", "\\n").replace("\uD800", "\\ud800") + '"';
    }

    private String form() {
        return fields().map(name -> name + "=" + encode(value())).collect(Collectors.joining("&"));
    }

    private java.util.stream.Stream<String> fields() {
        return IntStream.range(0, 1 + random.nextInt(MOST_FIELDS)).mapToObj(i -> pick(NAMES));
    }

    private String value() {
        return random.nextInt(30) == 0 ? "x".repeat(random.nextInt(3000)) : pick(VALUES);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
