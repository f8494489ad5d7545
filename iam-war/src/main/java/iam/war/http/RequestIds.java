package iam.war.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The id of a request: the client's or proxy's own when it is harmless, else a new one. It is no secret. */
final class RequestIds {
    /** Carries the id both ways. */
    static final String HEADER = "X-Request-Id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {
    }

    static String of(String header) {
        return header != null && HARMLESS.matcher(header).matches() ? header : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
