package iam.war.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One item of an {@code Accept-Language} header (RFC 9110 section 12.5.4).
 *
 * @param tag a language range in lower case, or {@code *}
 * @param quality in thousandths; 0 means not acceptable
 */
record LanguageRange(String tag, int quality) {
    // hostile headers cost no more than these allow; browsers send about ten items in 100 characters
    private static final int MAX_HEADER = 1000;
    private static final int MAX_ITEMS = 50;
    private static final int MAX_ITEM = 60;

    private static final Pattern ITEM = Pattern.compile(
            "([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\\*)(?:[ \\t]*;[ \\t]*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?", Pattern.CASE_INSENSITIVE);

    /** The items of a header in its order; those that are malformed or beyond the limits are left out. */
    static List<LanguageRange> list(String header) {
        List<LanguageRange> ranges = new ArrayList<>();
        if (header == null) {
            return ranges;
        }
        String[] items = bounded(header).split(",", MAX_ITEMS + 1);
        for (int i = 0; i < Math.min(items.length, MAX_ITEMS); i++) {
            parse(items[i].strip()).ifPresent(ranges::add);
        }
        return ranges;
    }

    /** The next shorter range (RFC 4647 section 3.4), empty at the end; a single letter never stays last. */
    static String shorter(String tag) {
        int end = tag.lastIndexOf('-');
        if (end >= 2 && tag.charAt(end - 2) == '-') {
            end -= 2;
        }
        return end < 0 ? "" : tag.substring(0, end);
    }

    /** The header without the item that the limit would cut in two. */
    private static String bounded(String header) {
        return header.length() <= MAX_HEADER ? header : header.substring(0, header.lastIndexOf(',', MAX_HEADER) + 1);
    }

    private static Optional<LanguageRange> parse(String item) {
        Matcher matcher = ITEM.matcher(item);
        if (item.length() > MAX_ITEM || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new LanguageRange(matcher.group(1).toLowerCase(Locale.ROOT), thousandths(matcher.group(2))));
    }

    private static int thousandths(String quality) {
        return quality == null ? 1000 : (int) Math.round(Double.parseDouble(quality) * 1000);
    }
}
