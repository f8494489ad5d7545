package iam.war.config;

import iam.war.Component;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.Set;

/**
 * The settings of the server: {@code iam.*} from system properties, then from the environment ({@code IAM_STORE_JPA_URL}), then from the properties file that
 * {@code iam.config} names.
 */
@Component
public final class Settings {
    private final Properties file;

    @Inject
    Settings() {
        this(read(System.getProperty("iam.config", System.getenv().getOrDefault("IAM_CONFIG", ""))));
    }

    /** Settings with a file of their own, for tests. */
    public Settings(Properties file) {
        this.file = file;
    }

    private static Properties read(String path) {
        Properties properties = new Properties();
        if (!path.isEmpty()) {
            try (Reader reader = Files.newBufferedReader(Path.of(path), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("the file that iam.config names can't be read: " + path, e);
            }
        }
        return properties;
    }

    /** A setting, if anybody has set it to something. */
    public Optional<String> find(String key) {
        String value = System.getProperty(key);
        if (value == null) {
            value = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        }
        if (value == null) {
            value = file.getProperty(key);
        }
        return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** A text. */
    public String text(String key, String absent) {
        return find(key).orElse(absent);
    }

    /** A flag. */
    public boolean flag(String key, boolean absent) {
        return find(key).map(Boolean::parseBoolean).orElse(absent);
    }

    /** A whole number. */
    public int integer(String key, int absent) {
        return find(key).map(value -> parse(key, value)).orElse(absent);
    }

    private static int parse(String key, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is no whole number: " + value, e);
        }
    }

    /** A list, separated by commas. */
    public List<String> list(String key) {
        return Arrays.stream(text(key, "").split(",")).map(String::trim).filter(item -> !item.isEmpty()).toList();
    }

    /** The keys below a prefix that system properties and the file hold; the environment can't be listed, since its names are ambiguous. */
    public Set<String> keys(String prefix) {
        Set<String> keys = new TreeSet<>(file.stringPropertyNames());
        keys.addAll(System.getProperties().stringPropertyNames());
        keys.removeIf(key -> !key.startsWith(prefix));
        return keys;
    }

    /** Where the server keeps its files; made when it is missing. */
    public Path dataDirectory() {
        Path path = Path.of(text("iam.data.dir", "data")).toAbsolutePath();
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory that iam.data.dir names can't be made: " + path, e);
        }
    }
}
