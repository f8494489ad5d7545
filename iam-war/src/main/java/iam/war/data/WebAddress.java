package iam.war.data;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * An address that a browser may be sent to in a frame: http or https, a host, no user and no fragment.
 *
 * @param uri the address
 */
public record WebAddress(URI uri) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** An address from a text; empty when it is none. */
    public static Optional<WebAddress> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean good = SCHEMES.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return good ? Optional.of(new WebAddress(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port. */
    public String origin() {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    /** What a Content-Security-Policy calls just this address: no query, and nothing that means something there. */
    public String source() {
        return origin() + uri.getRawPath().replace(";", "%3B").replace(",", "%2C");
    }

    /** The address with more parameters in its query, which are encoded already. */
    public String with(String parameters) {
        return uri + (uri.getRawQuery() == null ? "?" : uri.getRawQuery().isEmpty() ? "" : "&") + parameters;
    }
}
