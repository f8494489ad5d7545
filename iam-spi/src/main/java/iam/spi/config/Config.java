package iam.spi.config;

import java.time.Duration;
import java.util.Map;

/**
 * The settings of one provider, checked against its metadata. Immutable.
 */
public final class Config {
    private final Map<String, String> values;

    /**
     * Makes settings.
     *
     * @param values value by name, defaults filled in
     */
    public Config(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * A text.
     *
     * @param name the last part of the key
     * @return empty when it is not set
     */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * A flag.
     *
     * @param name the last part of the key
     * @return false when it is not set
     */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * A whole number.
     *
     * @param name the last part of the key
     * @return the number
     * @throws IllegalArgumentException when it is not set or is no number
     */
    public int integer(String name) {
        return Integer.parseInt(text(name));
    }

    /**
     * A time span.
     *
     * @param name the last part of the key
     * @return the span
     * @throws IllegalArgumentException when it is not set or is no time span
     */
    public Duration duration(String name) {
        return parseDuration(text(name));
    }

    /**
     * Reads a time span.
     *
     * @param text a whole number followed by {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}
     * @return the span
     * @throws IllegalArgumentException when it is no time span
     */
    public static Duration parseDuration(String text) {
        String unit = text.replaceFirst("^[0-9]+", "");
        if (unit.length() == text.length() || text.length() - unit.length() > 9) {
            throw new IllegalArgumentException("not a time span: " + text);
        }
        long amount = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException("not a time span: " + text);
        };
    }
}
