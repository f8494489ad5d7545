package iam.war.provider;

import iam.spi.secret.SecretSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts secrets in the place of <code>${secret:NAME}</code> in settings. The sources are made when the first setting names one. */
final class Secrets implements UnaryOperator<String> {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{secret:([A-Za-z0-9._/-]+)}");

    private final Supplier<Collection<SecretSource>> maker;
    private Collection<SecretSource> sources;

    Secrets(Supplier<Collection<SecretSource>> maker) {
        this.maker = maker;
    }

    @Override
    public String apply(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(secret(found.group(1))));
    }

    private synchronized String secret(String name) {
        if (sources == null) {
            sources = maker.get();
        }
        for (SecretSource source : sources) {
            Optional<String> secret = find(source, name);
            if (secret.isPresent()) {
                return secret.get();
            }
        }
        throw new IllegalArgumentException("no source of secrets knows " + name);
    }

    private static Optional<String> find(SecretSource source, String name) {
        try {
            return source.find(name);
        } catch (Exception e) {
            throw new IllegalStateException("the secret " + name + " can't be looked up: " + e.getMessage(), e);
        }
    }
}
