package iam.war.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of the language from the header. */
class LanguagesTest {
    @Test
    void theLanguagesOfTheManualAreThere() {
        Set<String> tags = Languages.supported().stream().map(Language::tag).collect(Collectors.toSet());
        assertTrue(tags.containsAll(List.of("en", "zh", "es", "fr", "de", "ja", "ko", "pt", "it", "ru", "tr", "vi", "pl", "uk", "ar")), tags.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fr                                | fr
            FR                                | fr
            fr-FR                             | fr
            fr-FR,fr;q=0.9,en;q=0.8           | fr
            en-US,fr;q=0.9                    | en
            de;q=0.1,fr;q=1.0                 | fr
            de;q=0.1,fr;q=0.101               | fr
            de;q=0.5,fr;q=0.5                 | de
            xx,de;q=0.2                       | de
            es-419                            | es
            pt-BR                             | pt
            zh-CN                             | zh
            zh-TW                             | zh
            zh-Hans                           | zh
            ZH-hant-HK                        | zh
            zh-Hant-x-private                 | zh
            de-DE-u-co-phonebk                | de
            fr;q=0                            | en
            fr;q=0.000,de;q=0.1               | de
            fr-CA,fr;q=0,de;q=0.1             | de
            fr-CA;q=0,fr                      | fr
            en;q=0,fr;q=0.1                   | fr
            *                                 | en
            *;q=0                             | en
            *,fr;q=0.5                        | fr
            xx,*;q=0.1                        | en
            fr ; q=0.5 , de ;Q=0.7            | de
            ,,fr,,                            | fr
            de;q=2,fr;q=0.1                   | fr
            de;level=1,fr;q=0.1               | fr
            """)
    void qualityAndLookupDecide(String header, String tag) {
        assertEquals(tag, Languages.negotiate(header).tag());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "xx", "z", "q=1", ";", ";q=1", "fr;", "fr;q", "fr;q=", "fr;q=x", "fr;q=-1", "fr;q=1.1", "fr;q=0.1234", "fr_FR", "-fr", "fr-", "fr--FR",
        "français", "fr\u0000", "fr de", "franc\u0327ais", "\u212Ao", "x-fr", "i-fr", "english", "toolongtag", "%s", "../fr"})
    void whatDoesNotFitIsEnglish(String header) {
        assertSame(Language.ENGLISH, Languages.negotiate(header));
    }

    @Test
    void randomHeadersGiveSomeSupportedLanguage() {
        var random = new Random(20240607);
        var supported = Set.copyOf(Languages.supported());
        for (int i = 0; i < 20_000; i++) {
            String header = garbage(random);
            assertTrue(supported.contains(Languages.negotiate(header)), header);
        }
    }

    @Test
    void hugeHeadersAreCutAtAnItem() {
        assertTimeout(Duration.ofSeconds(2), () -> {
            assertEquals("fr", Languages.negotiate("fr," + "a-".repeat(1_000_000)).tag());
            assertEquals("fr", Languages.negotiate("fr;q=0.1," + "xx;q=0.9,".repeat(1_000_000)).tag());
            assertSame(Language.ENGLISH, Languages.negotiate("x".repeat(1_000_000) + ",fr"));
            assertSame(Language.ENGLISH, Languages.negotiate(",".repeat(1_000_000) + "fr"));
        });
    }

    private static String garbage(Random random) {
        String[] parts = {"fr", "de", "zh", "Hans", "-", "-", ",", ",", ";", ";q=", "q", "=", "0", "1", ".", "0.5", "*", " ", "\t", "\0", "é", "\uD800", "%s", "\\", "xx"};
        return IntStream.range(0, random.nextInt(40)).mapToObj(i -> random.nextInt(10) == 0 ? String.valueOf((char) random.nextInt(0x10000)) : parts[random.nextInt(parts.length)])
                .collect(Collectors.joining());
    }
}
