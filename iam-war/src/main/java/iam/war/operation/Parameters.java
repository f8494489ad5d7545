package iam.war.operation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads urlencoded parameters: the first value of a name counts, and what is badly encoded is taken as it stands. */
public final class Parameters {
    private Parameters() {
    }

    /**
     * Reads a query or an urlencoded form.
     *
     * @param text such as {@code a=1&b=%20}; may be empty
     * @return first value by name, in the order of the text
     */
    public static Map<String, String> parse(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                values.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    /**
     * Decodes percent escapes and plus signs.
     *
     * @param text a part of a query
     * @return the text in clear; escapes that are none stay as they are
     */
    public static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int value = in[i] == '%' && i + 2 < in.length ? hex(in[i + 1], in[i + 2]) : -1;
            if (value >= 0) {
                out.write(value);
                i += 2;
            } else {
                out.write(in[i] == '+' ? ' ' : in[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first << 4 | second;
    }
}
