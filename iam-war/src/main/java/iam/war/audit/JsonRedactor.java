package iam.war.audit;

/**
 * Masks the secret members of a JSON text and leaves everything else as it was written, spaces included. It reads what a parser would refuse, too: a text that is
 * cut off or malformed loses its secrets all the same.
 */
final class JsonRedactor {
    private final String text;
    private final StringBuilder out;
    private int at;

    private JsonRedactor(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    static String redact(String text) {
        return new JsonRedactor(text).run();
    }

    private String run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '"') {
                out.append(c);
                at++;
                continue;
            }
            String name = string();
            int colon = skipSpace(at);
            if (colon < text.length() && text.charAt(colon) == ':' && Secrets.named(name)) {
                int value = skipSpace(colon + 1);
                out.append(text, at, value);
                at = value;
                mask();
            }
        }
        return out.toString();
    }

    /** Copies a string, and answers its content. */
    private String string() {
        int end = endOfString(at);
        out.append(text, at, end);
        String content = text.substring(at + 1, Math.max(at + 1, end - 1));
        at = end;
        return unescape(content);
    }

    private int endOfString(int from) {
        int i = from + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Skips a value of any kind; empty texts stay, since they hold nothing. */
    private void mask() {
        int end = endOfValue();
        String value = text.substring(at, end);
        out.append(value.equals("\"\"") || value.equals("null") ? value : '"' + Secrets.MASK + '"');
        at = end;
    }

    private int endOfValue() {
        int depth = 0;
        int i = at;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(i);
                if (depth == 0) {
                    return i;
                }
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return i;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            i++;
            if (depth == 0 && (c == '}' || c == ']')) {
                return i;
            }
        }
        return i;
    }

    private static String unescape(String content) {
        if (content.indexOf('\\') < 0) {
            return content;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\\' && i + 5 < content.length() && content.charAt(i + 1) == 'u') {
                int code = parse(content.substring(i + 2, i + 6));
                plain.append(code < 0 ? '?' : (char) code);
                i += 5;
            } else if (c != '\\') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static int parse(String digits) {
        return digits.chars().allMatch(c -> Character.digit(c, 16) >= 0) ? Integer.parseInt(digits, 16) : -1;
    }
}
