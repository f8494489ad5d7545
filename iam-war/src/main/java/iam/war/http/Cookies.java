package iam.war.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** {@code Set-Cookie} headers (RFC 6265); written by hand, since the servlet API of Jakarta EE 10 validates values that clients of this API expect unquoted. */
final class Cookies {
    private static final Duration LIFE = Duration.ofDays(30);

    private Cookies() {
    }

    /** A cookie that only our own pages send, and no script reads. */
    static String of(String name, String value, boolean secure) {
        String expires = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plus(LIFE).atOffset(ZoneOffset.UTC));
        return name + "=" + value + "; Path=/; Expires=" + expires + "; Max-Age=" + LIFE.toSeconds() + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
