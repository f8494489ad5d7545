package iam.spi.store;

import java.util.function.Predicate;

/** A contains-filter: {@code %} is any text, {@code _} any one character. Takes time by the product of the lengths at most, whatever the pattern is. */
final class Like implements Predicate<String> {
    private final int[] pattern;

    Like(String contained) {
        pattern = ("%" + contained + "%").codePoints().toArray();
    }

    @Override
    public boolean test(String value) {
        int[] text = value.codePoints().toArray();
        int at = 0;
        int next = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length) {
            if (next < pattern.length && pattern[next] == '%') {
                star = next++;
                resume = at;
            } else if (next < pattern.length && (pattern[next] == '_' || pattern[next] == text[at])) {
                next++;
                at++;
            } else {
                next = star + 1;
                at = ++resume;
            }
        }
        while (next < pattern.length && pattern[next] == '%') {
            next++;
        }
        return next == pattern.length;
    }
}
