package iam.war.jose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of PEM (RFC 7468).
 *
 * @param label such as {@code CERTIFICATE}
 * @param content its bytes
 */
record Pem(String label, byte[] content) {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** The first block of a text. */
    static Pem parse(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("no PEM block");
        }
        return new Pem(block.group(1), Base64.getMimeDecoder().decode(block.group(2)));
    }

    /** The text of the block. */
    String text() {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
