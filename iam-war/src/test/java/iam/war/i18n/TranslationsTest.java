package iam.war.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language file is complete and fits the catalogue. */
class TranslationsTest {
    private static final List<Message> TRANSLATED = Arrays.stream(Message.values()).filter(Message::translated).toList();

    static Stream<Language> translations() {
        return Languages.supported().stream().filter(language -> language != Language.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void theKeysAreTheTranslatedMessages(Language language) throws IOException {
        var codes = new TreeSet<String>();
        TRANSLATED.forEach(message -> codes.add(message.code()));
        assertEquals(codes, new TreeSet<>(texts(language).stringPropertyNames()));
        assertEquals(codes.size(), content(language).lines().count(), "a key is there twice");
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyTextHasThePlaceholdersOfTheEnglishOne(Language language) throws IOException {
        Properties texts = texts(language);
        for (Message message : TRANSLATED) {
            String text = texts.getProperty(message.code(), "");
            assertFalse(text.isBlank(), message.code());
            assertEquals(placeholders(message.english()), placeholders(text), message.code());
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void theTextsAreTranslated(Language language) throws IOException {
        Properties texts = texts(language);
        long different = TRANSLATED.stream().filter(message -> !message.english().equals(texts.getProperty(message.code()))).count();
        assertTrue(different >= 0.95 * TRANSLATED.size(), different + " of " + TRANSLATED.size());
    }

    private static List<String> placeholders(String text) {
        return Pattern.compile("%.?").matcher(text).results().map(MatchResult::group).toList();
    }

    private static Properties texts(Language language) throws IOException {
        var texts = new Properties();
        texts.load(new StringReader(content(language)));
        return texts;
    }

    /** The file as text; bytes that are no UTF-8 are an error here. */
    private static String content(Language language) throws IOException {
        try (InputStream file = TranslationsTest.class.getResourceAsStream("messages_" + language.tag() + ".properties")) {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.readAllBytes())).toString();
        }
    }
}
