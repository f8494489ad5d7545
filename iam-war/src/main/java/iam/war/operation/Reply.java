package iam.war.operation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that is no envelope: OAuth, userinfo, well-known documents, redirects, pages.
 *
 * @param status the HTTP status
 * @param headers header by name
 * @param contentType of the body; empty for no body
 * @param body an object to write as JSON, a text, or bytes; null for none
 */
public record Reply(int status, Map<String, String> headers, String contentType, Object body) {
    /** JSON in UTF-8. */
    public static final String JSON = "application/json; charset=utf-8";

    /** A JSON document. */
    public static Reply json(Object body) {
        return json(200, body);
    }

    /** A JSON document with a status. */
    public static Reply json(int status, Object body) {
        return new Reply(status, Map.of(), JSON, body);
    }

    /** A redirect. */
    public static Reply redirect(String location) {
        return new Reply(302, Map.of("Location", location), "", null);
    }

    /** Nothing but a status. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "", null);
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, contentType, body);
    }

    /** The same that no cache may keep (RFC 6749 section 5.1). */
    public Reply noStore() {
        return with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }
}
