package iam.war.operation;

import iam.api.ApiException;
import iam.api.Message;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A multipart form (RFC 7578) in memory; its size was limited when it was read.
 *
 * @param fields text by field name
 * @param files file by field name
 */
public record Multipart(Map<String, String> fields, Map<String, File> files) {
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename=\"([^\"]*)\"");
    private static final byte[] BLANK_LINE = {13, 10, 13, 10};

    /**
     * An uploaded file.
     *
     * @param name the name that the client gave it; not to be trusted
     * @param content its bytes
     */
    public record File(String name, byte[] content) {
    }

    Optional<File> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    static Multipart parse(byte[] body, String boundary) {
        if (boundary.isEmpty()) {
            throw new ApiException(Message.CONTENT_TYPE_INVALID).status(400);
        }
        Multipart form = new Multipart(new LinkedHashMap<>(), new LinkedHashMap<>());
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int start = indexOf(body, delimiter, 0);
        while (start >= 0) {
            int begin = start + delimiter.length;
            int next = indexOf(body, delimiter, begin);
            if (next >= 0) {
                form.add(body, begin, next);
            }
            start = next;
        }
        return form;
    }

    private void add(byte[] body, int begin, int end) {
        int blank = indexOf(body, BLANK_LINE, begin);
        if (blank < 0 || blank + 4 > end) {
            return;
        }
        String head = new String(body, begin, blank - begin, StandardCharsets.UTF_8);
        byte[] content = java.util.Arrays.copyOfRange(body, blank + 4, Math.max(blank + 4, end - 2));
        Matcher name = NAME.matcher(head);
        if (name.find()) {
            Matcher file = FILE.matcher(head);
            if (file.find()) {
                files.putIfAbsent(name.group(1), new File(file.group(1), content));
            } else {
                fields.putIfAbsent(name.group(1), new String(content, StandardCharsets.UTF_8));
            }
        }
    }

    private static int indexOf(byte[] body, byte[] what, int from) {
        for (int i = from; i <= body.length - what.length; i++) {
            int k = 0;
            while (k < what.length && body[i + k] == what[k]) {
                k++;
            }
            if (k == what.length) {
                return i;
            }
        }
        return -1;
    }
}
