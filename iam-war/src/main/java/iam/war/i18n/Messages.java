package iam.war.i18n;

import iam.api.Message;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the message catalogue in the language of a caller. */
public final class Messages {
    private static final Pattern PLACEHOLDER = Pattern.compile("%[sd]");

    private Messages() {
    }

    /**
     * The text of a message with its arguments.
     *
     * <p>Arguments are taken as they are, whatever they contain; a missing one or null is empty, one too many is left out.
     *
     * @return in English where there is no translation
     */
    public static String text(Language language, Message message, Object... arguments) {
        return fill(language.template(message), arguments == null ? List.of() : Arrays.asList(arguments));
    }

    private static String fill(String template, List<?> arguments) {
        Iterator<?> next = arguments.iterator();
        return PLACEHOLDER.matcher(template).replaceAll(hit -> Matcher.quoteReplacement(next.hasNext() ? plain(next.next()) : ""));
    }

    private static String plain(Object argument) {
        return argument == null ? "" : argument.toString();
    }
}
