package iam.providers.jpa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The different texts of a column, one behind the other, so that a search is one pass over an array. */
final class ColumnText {
    /** Stands behind each text; a column that has it in a text can't be kept. */
    private static final char END = '\0';

    private final String text;
    /** Where each text starts, and the end of the last. */
    private final int[] starts;
    private final int[] rows;
    private final int size;
    /** The answer is asked for twice: how many there are, and a page of them. */
    private volatile Found last = new Found("", 0, List.of());

    private ColumnText(String text, int[] starts, int[] rows, int size) {
        this.text = text;
        this.starts = starts;
        this.rows = rows;
        this.size = size;
    }

    /**
     * What contains a text.
     *
     * @param wanted the text
     * @param rows how many rows there are
     * @param texts the first of the different texts they have
     */
    record Found(String wanted, long rows, List<String> texts) {
    }

    /** In bytes. */
    int size() {
        return size;
    }

    /** What contains a text, with so many of the different texts at most; empty when nothing can be said. */
    Optional<Found> search(String wanted, int most) {
        if (wanted.isEmpty() || wanted.indexOf(END) >= 0) {
            return Optional.empty();
        }
        Found found = last;
        if (!found.wanted().equals(wanted)) {
            found = searched(wanted, most);
            last = found;
        }
        return Optional.of(found);
    }

    private Found searched(String wanted, int most) {
        List<String> texts = new ArrayList<>();
        long count = 0;
        int number = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[number])) {
            int known = Arrays.binarySearch(starts, number, rows.length, at);
            number = known >= 0 ? known : -known - 2;
            if (texts.size() < most) {
                texts.add(text.substring(starts[number], starts[number + 1] - 1));
            }
            count += rows[number];
            number++;
        }
        return new Found(wanted, count, texts);
    }

    /** Takes texts. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[1024];
        private int[] rows = new int[1024];
        private int count;
        /** One character beyond Latin-1 makes all of them take two bytes. */
        private boolean wide;

        /** Takes a text that so many rows have, unless it can't be kept. */
        boolean add(String line, int having) {
            if (line.indexOf(END) >= 0) {
                return false;
            }
            if (count + 1 == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                rows = Arrays.copyOf(rows, 2 * rows.length);
            }
            text.append(line).append(END);
            wide = wide || line.chars().anyMatch(c -> c > 0xFF);
            rows[count++] = having;
            starts[count] = text.length();
            return true;
        }

        /** In bytes. */
        int size() {
            return (wide ? 2 : 1) * text.length() + count * 2 * Integer.BYTES;
        }

        ColumnText build() {
            return new ColumnText(text.toString(), Arrays.copyOf(starts, count + 1), Arrays.copyOf(rows, count), size());
        }
    }
}
