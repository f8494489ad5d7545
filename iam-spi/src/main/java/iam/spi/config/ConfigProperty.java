package iam.spi.config;

import java.util.List;

/**
 * A setting of a provider.
 *
 * @param name the last part of its key, lower case with dots or hyphens
 * @param type what it holds
 * @param description one sentence for an operator
 * @param defaultValue the value when nobody sets it; empty for none
 * @param required whether the server refuses to start the provider without it
 * @param secret whether it must never be shown
 * @param allowed the values it may have; empty for any
 */
public record ConfigProperty(String name, Type type, String description, String defaultValue, boolean required, boolean secret, List<String> allowed) {
    /** What a setting holds. */
    public enum Type {
        /** Text. */
        TEXT,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole number. */
        INTEGER,
        /** A time span: a whole number followed by {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}. */
        DURATION
    }

    /**
     * A setting that may be left out.
     *
     * @param name the last part of its key
     * @param type what it holds
     * @param description one sentence for an operator
     * @param defaultValue the value when nobody sets it; empty for none
     * @return the setting
     */
    public static ConfigProperty optional(String name, Type type, String description, String defaultValue) {
        return new ConfigProperty(name, type, description, defaultValue, false, false, List.of());
    }

    /**
     * A setting that must be there.
     *
     * @param name the last part of its key
     * @param type what it holds
     * @param description one sentence for an operator
     * @return the setting
     */
    public static ConfigProperty required(String name, Type type, String description) {
        return new ConfigProperty(name, type, description, "", true, false, List.of());
    }

    /**
     * The same setting, never shown.
     *
     * @return a secret
     */
    public ConfigProperty asSecret() {
        return new ConfigProperty(name, type, description, defaultValue, required, true, allowed);
    }

    /**
     * The same setting, limited to some values.
     *
     * @param values the values it may have
     * @return an enumeration
     */
    public ConfigProperty oneOf(String... values) {
        return new ConfigProperty(name, type, description, defaultValue, required, secret, List.of(values));
    }
}
