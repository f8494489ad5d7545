package iam.war.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells by the name of a field whether its value is secret; when in doubt it is. Shared by everything that writes down what callers send. */
public final class Secrets {
    /** What stands in place of a secret. */
    public static final String MASK = "***";

    private static final List<String> PARTS = List.of("password", "passwd", "pwd", "passphrase", "passcode", "secret", "token", "credential", "assertion", "verifier",
            "authorization", "cookie", "signature", "otp", "private");
    private static final List<String> ENDS = List.of("code", "codes", "key", "keys", "headers", "ticket", "response", "proof");
    private static final Set<String> NAMES = Set.of("pin", "dpop", "hash", "salt", "content", "faceid", "faceidimage");
    private static final Set<String> HARMLESS = Set.of("countrycode", "statuscode", "languagecode", "zipcode", "postalcode", "templatecode", "publickey", "tokentype", "tokentypehint", "tokenformat",
            "passwordtype", "passwordoptions", "expirepasswordindays", "orgchoicemode");

    private static final Cache<String, Boolean> KNOWN = Caffeine.newBuilder().maximumSize(2_000).build();

    private Secrets() {
    }

    /** Whether a field of this name, in any spelling, holds a secret. */
    public static boolean named(String field) {
        return KNOWN.get(field, Secrets::judge);
    }

    private static boolean judge(String field) {
        String name = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return !HARMLESS.contains(name) && (NAMES.contains(name) || PARTS.stream().anyMatch(name::contains) || ENDS.stream().anyMatch(name::endsWith));
    }
}
