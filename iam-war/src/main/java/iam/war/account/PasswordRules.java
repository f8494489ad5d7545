package iam.war.account;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Organization;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an organization asks of a new password (contract: auth.md section 10). */
public final class PasswordRules {
    private static final List<String> DEFAULT = List.of("AtLeast6");

    private PasswordRules() {
    }

    /**
     * Checks a new password against the organization's options, in their order; unknown options are ignored.
     *
     * @throws ApiException that says what is missing
     */
    public static void check(Organization organization, String password) {
        if (password.isEmpty()) {
            throw new ApiException(Message.PASSWORD_EMPTY);
        }
        List<String> options = organization.passwordOptions == null || organization.passwordOptions.isEmpty() ? DEFAULT : organization.passwordOptions;
        options.forEach(option -> check(option, password));
    }

    private static void check(String option, String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        switch (option) {
            case "AtLeast6" -> require(bytes >= 6, Message.PASSWORD_SHORTER_THAN_6);
            case "AtLeast8" -> require(bytes >= 8, Message.PASSWORD_SHORTER_THAN_8);
            case "Aa123" -> require(has(password, 'A', 'Z') && has(password, 'a', 'z') && has(password, '0', '9'), Message.PASSWORD_NEEDS_AA123);
            case "SpecialChar" -> require(has(password, '!', '/') || has(password, ':', '@') || has(password, '[', '`') || has(password, '{', '~'), Message.PASSWORD_NEEDS_SPECIAL);
            case "NoRepeat" -> require(!repeats(password), Message.PASSWORD_REPEATS);
            default -> { }
        }
    }

    private static boolean has(String text, char from, char to) {
        return text.chars().anyMatch(c -> c >= from && c <= to);
    }

    private static boolean repeats(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == text.charAt(i - 1)) {
                return true;
            }
        }
        return false;
    }

    private static void require(boolean good, Message message) {
        if (!good) {
            throw new ApiException(message);
        }
    }
}
