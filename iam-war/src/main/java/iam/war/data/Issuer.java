package iam.war.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iam.war.Component;
import iam.war.config.Settings;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The address under which the server is known: the setting {@code iam.origin}, or else scheme and host as the client used them, but only for hosts that
 * {@code iam.hosts} allows (contract: auth.md section 7).
 */
@Component
public final class Issuer {
    private final Optional<String> origin;
    private final Cache<String, String> known = Caffeine.newBuilder().maximumSize(100).build();
    private final Set<String> hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));

    @Inject
    Issuer(Settings settings) {
        origin = settings.find("iam.origin").map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        hosts.addAll(settings.list("iam.hosts"));
        hosts.addAll(ownAddresses());
    }

    private static List<String> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).map(Issuer::host).toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static String host(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }

    /** The configured address, if there is one. */
    public Optional<String> configured() {
        return origin;
    }

    /**
     * The address for a request.
     *
     * @param base scheme, host and port as the client used them, and the context path
     * @return an address without a trailing slash
     */
    public String of(String base) {
        return origin.orElseGet(() -> known.get(base, this::address));
    }

    private String address(String base) {
        try {
            URI uri = URI.create(base);
            if (uri.getHost() != null && hosts.contains(uri.getHost())) {
                boolean name = uri.getHost().indexOf('.') >= 0 && !uri.getHost().matches("[0-9.]+");
                return (name ? "https" : uri.getScheme()) + base.substring(uri.getScheme().length());
            }
            return "http://localhost" + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath();
        } catch (IllegalArgumentException e) {
            return "http://localhost";
        }
    }
}
