package iam.war.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of versions as Maven and OSGi write it: {@code [1.0,2.0)}; a square bracket includes its end, a round one does not.
 *
 * @param text as written
 * @param low the lower end; empty for none
 * @param lowIncluded whether it belongs to the range
 * @param high the upper end; empty for none
 * @param highIncluded whether it belongs to the range
 */
record VersionRange(String text, String low, boolean lowIncluded, String high, boolean highIncluded) {
    private static final String VERSION = "\\s*((?:\\d{1,6}(?:\\.\\d{1,6}){0,3})?)\\s*";
    private static final Pattern RANGE = Pattern.compile("([\\[(])" + VERSION + "," + VERSION + "([\\])])");

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException when it is none
     */
    static VersionRange parse(String text) {
        Matcher matcher = RANGE.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a range of versions like [1.0,2.0): " + text);
        }
        return new VersionRange(text.trim(), matcher.group(2), matcher.group(1).equals("["), matcher.group(3), matcher.group(4).equals("]"));
    }

    boolean contains(String version) {
        int fromLow = low.isEmpty() ? 1 : compare(version, low);
        int toHigh = high.isEmpty() ? 1 : compare(high, version);
        return (fromLow > 0 || fromLow == 0 && lowIncluded) && (toHigh > 0 || toHigh == 0 && highIncluded);
    }

    private static int compare(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = Integer.compare(part(left, i), part(right, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int part(String[] parts, int index) {
        return index < parts.length ? Integer.parseInt(parts[index]) : 0;
    }
}
