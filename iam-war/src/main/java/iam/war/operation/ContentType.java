package iam.war.operation;

import iam.api.ApiException;
import iam.api.Message;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Content-Type} of a request (RFC 9110 section 8.3).
 *
 * @param name type and subtype in lower case; empty when there is none
 * @param parameters by lower-case name
 */
public record ContentType(String name, Map<String, String> parameters) {
    /** There is none. */
    public static final ContentType NONE = new ContentType("", Map.of());

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + "|" + TOKEN + ")\\s*");
    private static final Pattern PARAMETER = Pattern.compile(";\\s*(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(" + TOKEN + "))\\s*");

    /**
     * Reads a header.
     *
     * @param header its value; may be empty
     * @return the content type
     * @throws ApiException with status 400 when it can't be parsed (contract: auth.md section 0, step 3)
     */
    public static ContentType parse(String header) {
        if (header.isBlank()) {
            return NONE;
        }
        Matcher type = TYPE.matcher(header);
        if (!type.lookingAt()) {
            throw invalid();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        int end = type.end();
        while (end < header.length() && !header.substring(end).strip().equals(";")) {
            if (!parameter.find(end) || parameter.start() != end) {
                throw invalid();
            }
            String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
            end = parameter.end();
        }
        return new ContentType(type.group(1).toLowerCase(Locale.ROOT), parameters);
    }

    private static ApiException invalid() {
        return new ApiException(Message.CONTENT_TYPE_INVALID).status(400);
    }

    /** Whether it is this type. */
    public boolean is(String type) {
        return name.equals(type);
    }

    /** A parameter, or empty text. */
    public String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }
}
