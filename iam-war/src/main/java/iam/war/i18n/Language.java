package iam.war.i18n;

import iam.api.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** One language of the answers, with its texts; instances come from {@link Languages}. */
public final class Language {
    /** The language of the catalogue itself, which needs no file. */
    public static final Language ENGLISH = new Language("en");

    private final String tag;
    private volatile Properties texts;

    Language(String tag) {
        this.tag = tag;
    }

    /** The tag of RFC 5646 in lower case, such as {@code fr}. */
    public String tag() {
        return tag;
    }

    /** The text with its placeholders, in English where there is no translation. */
    String template(Message message) {
        return message.translated() ? texts().getProperty(message.code(), message.english()) : message.english();
    }

    boolean hasFile() {
        return Language.class.getResource(file()) != null;
    }

    @Override
    public String toString() {
        return tag;
    }

    private Properties texts() {
        Properties loaded = texts;
        if (loaded == null) {
            // two threads may both load it; the content is the same
            loaded = load();
            texts = loaded;
        }
        return loaded;
    }

    private Properties load() {
        var loaded = new Properties();
        try (InputStream file = Language.class.getResourceAsStream(file())) {
            if (file != null) {
                loaded.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loaded;
    }

    private String file() {
        return "messages_" + tag + ".properties";
    }
}
