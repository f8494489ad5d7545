package iam.spi.ratelimit;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param calls how many times, at least once
 * @param window in this time, at least a second
 */
public record Limit(int calls, Duration window) {
    /**
     * Reads a limit as it stands in settings.
     *
     * @param text such as {@code 10/60s}: a number, a slash, a number of {@code s}, {@code m} or {@code h}
     * @return the limit
     * @throws IllegalArgumentException when it is something else
     */
    public static Limit parse(String text) {
        if (!text.matches("[1-9][0-9]{0,6}/[1-9][0-9]{0,4}[smh]")) {
            throw new IllegalArgumentException("a limit is written as 10/60s, not as " + text);
        }
        String[] parts = text.split("/");
        String time = parts[1].substring(0, parts[1].length() - 1);
        char unit = parts[1].charAt(parts[1].length() - 1);
        return new Limit(Integer.parseInt(parts[0]), Duration.ofSeconds(Long.parseLong(time) * (unit == 's' ? 1 : unit == 'm' ? 60 : 3600)));
    }
}
