package iam.war.i18n;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages that have a file, and the choice among them for a caller. */
public final class Languages {
    private static final Map<String, Language> SUPPORTED = discover();

    private Languages() {
    }

    /** All languages of the answers, English among them, in the order of their tags. */
    public static List<Language> supported() {
        return List.copyOf(SUPPORTED.values());
    }

    /**
     * Chooses the language of an answer: quality values as in RFC 9110 section 12.4.2, lookup as in RFC 4647 section 3.4.
     *
     * @param acceptLanguage the header, several of them joined by commas; null when there is none
     * @return English where nothing fits
     */
    public static Language negotiate(String acceptLanguage) {
        List<LanguageRange> ranges = LanguageRange.list(acceptLanguage);
        Set<String> refused = ranges.stream().filter(range -> range.quality() == 0).map(LanguageRange::tag).collect(Collectors.toSet());
        return ranges.stream()
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparingInt(LanguageRange::quality).reversed())
                .map(range -> lookup(range.tag(), refused))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    private static Language lookup(String range, Set<String> refused) {
        return Stream.iterate(range, tag -> !tag.isEmpty(), LanguageRange::shorter)
                .filter(tag -> !refused.contains(tag))
                .map(SUPPORTED::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A class path can't be listed portably, so the names that a file may have are tried, once. */
    private static Map<String, Language> discover() {
        var found = new TreeMap<String, Language>();
        Arrays.stream(Locale.getISOLanguages()).map(Language::new).filter(Language::hasFile).forEach(language -> found.put(language.tag(), language));
        found.put(Language.ENGLISH.tag(), Language.ENGLISH);
        return found;
    }
}
