package iam.war.oauth;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import iam.api.entity.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What scopes a client gets (contract: oauth.md section 2.10). A client's pattern is evaluated in linear time. */
final class Scopes {
    private static final Set<String> STANDARD = Set.of("openid", "profile", "email", "address", "phone", "offline_access");
    private static final String PATTERN = ".*+?^${}()|[]\\";
    private static final int LONGEST = 300;

    private Scopes() {
    }

    /** The scope to grant; empty when something is asked for that the application does not have. */
    static Optional<String> grant(Application application, String requested) {
        if (requested.length() > LONGEST) {
            return Optional.empty();
        }
        if (application.scopes == null || application.scopes.isEmpty() || requested.isBlank()) {
            return Optional.of(requested);
        }
        List<String> names = application.scopes.stream().map(item -> item.name).toList();
        Set<String> granted = new LinkedHashSet<>();
        for (String item : requested.trim().split("\\s+")) {
            List<String> found = names.contains(item) || STANDARD.contains(item) ? List.of(item) : matches(item, names);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            granted.addAll(found);
        }
        return Optional.of(String.join(" ", granted));
    }

    private static List<String> matches(String item, List<String> names) {
        if (item.chars().noneMatch(c -> PATTERN.indexOf(c) >= 0)) {
            return List.of();
        }
        try {
            Pattern pattern = Pattern.compile(item);
            return names.stream().filter(name -> pattern.matcher(name).matches()).toList();
        } catch (PatternSyntaxException e) {
            return List.of();
        }
    }

    /** The items of a scope, which clients separate by blanks or commas. */
    static List<String> split(String scope) {
        return scope.isBlank() ? List.of() : List.of(scope.trim().split("[\\s,]+"));
    }

    /** Whether one scope holds no more than another. */
    static boolean within(String scope, String whole) {
        return Set.copyOf(split(whole)).containsAll(split(scope));
    }
}
