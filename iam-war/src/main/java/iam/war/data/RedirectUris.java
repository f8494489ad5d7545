package iam.war.data;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares redirect addresses with the registered ones (contract: oauth.md section 1.2). Patterns are evaluated in linear time. */
public final class RedirectUris {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final java.util.regex.Pattern HOST_ENTRY = java.util.regex.Pattern.compile("\\.?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]+)?(/.*)?");

    private RedirectUris() {
    }

    /** Whether an address fits one of the registered entries. */
    public static boolean fits(List<String> registered, String address) {
        URI uri = parse(address);
        return uri != null && registered != null && registered.stream().anyMatch(entry -> fits(entry, address, uri));
    }

    private static URI parse(String address) {
        try {
            URI uri = new URI(address);
            return uri.isAbsolute() ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean fits(String entry, String address, URI uri) {
        if (entry.isEmpty()) {
            return false;
        }
        if (entry.equals(address)) {
            return true;
        }
        URI registered = parse(entry);
        if (registered != null && registered.getHost() != null) {
            return loopback(registered) && samePlace(registered, uri);
        }
        return HOST_ENTRY.matcher(entry).matches() ? fitsHost(entry, uri) : registered == null && fitsPattern(entry, address);
    }

    private static boolean loopback(URI uri) {
        return "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
    }

    /** Equal but for the port (RFC 8252 section 7.3). */
    private static boolean samePlace(URI registered, URI uri) {
        return registered.getScheme().equals(uri.getScheme()) && registered.getHost().equals(uri.getHost()) && uri.getRawUserInfo() == null
                && String.valueOf(registered.getRawPath()).equals(String.valueOf(uri.getRawPath()))
                && String.valueOf(registered.getRawQuery()).equals(String.valueOf(uri.getRawQuery())) && uri.getRawFragment() == null;
    }

    private static boolean fitsHost(String entry, URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null || !Set.of("http", "https").contains(uri.getScheme())) {
            return false;
        }
        String text = entry.startsWith(".") ? entry.substring(1) : entry;
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        String given = host.indexOf(':') < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        return (given.equals(host) || given.endsWith("." + host)) && (slash < 0 || text.substring(slash).equals(uri.getRawPath()));
    }

    private static boolean fitsPattern(String entry, String address) {
        return pattern(entry).filter(pattern -> pattern.matches(address)).isPresent();
    }

    /** The origin of an entry that is an absolute URL. */
    public static Optional<String> origin(String entry) {
        URI uri = parse(entry);
        boolean url = uri != null && uri.getHost() != null;
        return url ? Optional.of(uri.getScheme() + "://" + uri.getRawAuthority()) : Optional.empty();
    }

    /** A pattern up to its path; what the cut leaves open is no pattern and fits nothing. */
    private static String withoutPath(String pattern) {
        int authority = pattern.indexOf("://");
        int path = authority < 0 ? -1 : pattern.indexOf('/', authority + 3);
        return path < 0 ? "" : pattern.substring(0, path);
    }

    /** Which origins fit an entry that is no absolute URL; its path does not count. */
    public static Predicate<URI> origins(String entry) {
        if (HOST_ENTRY.matcher(entry).matches()) {
            String host = entry.replaceFirst("/.*", "");
            return origin -> fitsHost(host, origin);
        }
        List<Pattern> patterns = Stream.of(entry, withoutPath(entry)).flatMap(text -> pattern(text).stream()).toList();
        return origin -> patterns.stream().anyMatch(pattern -> pattern.matches(origin.getScheme() + "://" + origin.getRawAuthority()));
    }

    private static Optional<Pattern> pattern(String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
