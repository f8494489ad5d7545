package iam.war.http;

import iam.api.ApiException;
import iam.api.Message;
import iam.war.operation.Parameters;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the path of a request into the one path that everything after it looks at. */
final class Paths {
    /** Dot segments, doubled slashes, backslashes, path parameters, and separators or control characters in disguise. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(/|$)|[\\\\;]|%(2f|5c|3b|25|2e|[01][0-9a-f]|7f)");

    private Paths() {
    }

    /**
     * Checks and decodes a path.
     *
     * @param raw the path as sent, without the context path
     * @return the path in clear
     * @throws ApiException with status 400 when it could be read in two ways
     */
    static String check(String raw) {
        if (AMBIGUOUS.matcher(raw.toLowerCase(Locale.ROOT)).find()) {
            throw new ApiException(Message.PATH_AMBIGUOUS).status(400);
        }
        return raw.indexOf('%') < 0 ? raw : Parameters.decode(raw.replace("+", "%2B"));
    }
}
