package iam.war.http;

import iam.war.Component;
import iam.war.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Who the client is, and how he addressed the server. Forwarding headers count only when the peer is one of {@code iam.proxies}. */
@Component
final class ClientAddress {
    private final Set<String> proxies;

    @Inject
    ClientAddress(Settings settings) {
        proxies = Set.copyOf(settings.list("iam.proxies"));
    }

    private boolean forwarded(HttpServletRequest servlet) {
        return proxies.contains(servlet.getRemoteAddr());
    }

    /** The IP address of the client: behind proxies the last address that no trusted one has added. */
    String address(HttpServletRequest servlet) {
        String address = servlet.getRemoteAddr();
        String header = servlet.getHeader("X-Forwarded-For");
        if (header != null && forwarded(servlet)) {
            String[] hops = header.split(",");
            for (int i = hops.length - 1; i >= 0; i--) {
                address = hops[i].trim();
                if (!proxies.contains(address)) {
                    break;
                }
            }
        }
        return address;
    }

    /** Scheme, host and port as the client used them. */
    String base(HttpServletRequest servlet) {
        String scheme = servlet.getScheme();
        String host = servlet.getHeader("Host");
        if (forwarded(servlet)) {
            scheme = "https".equals(servlet.getHeader("X-Forwarded-Proto")) ? "https" : scheme;
            host = servlet.getHeader("X-Forwarded-Host") == null ? host : servlet.getHeader("X-Forwarded-Host");
        }
        return scheme + "://" + (host == null || host.isEmpty() ? "localhost" : host);
    }
}
