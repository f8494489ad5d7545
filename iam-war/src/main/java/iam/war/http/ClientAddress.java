package iam.war.http;

import iam.war.Component;
import iam.war.config.Settings;
import iam.war.data.Cidrs;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;

/** Who the client is, and how he addressed the server. Forwarding headers count only when the peer is one of {@code iam.proxies}. */
@Component
final class ClientAddress {
    private final String proxies;

    @Inject
    ClientAddress(Settings settings) {
        this(settings.list("iam.proxies"));
    }

    /**
     * With a list of proxies.
     *
     * @throws IllegalArgumentException when one is neither an address nor a network
     */
    ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(Cidrs::network).collect(Collectors.joining(","));
        Cidrs.malformed(this.proxies).ifPresent(entry -> {
            throw new IllegalArgumentException("iam.proxies holds something that is neither an address nor a network: " + entry);
        });
    }

    private boolean trusted(String address) {
        return !proxies.isEmpty() && Cidrs.allows(proxies, address);
    }

    private boolean forwarded(HttpServletRequest servlet) {
        return trusted(servlet.getRemoteAddr());
    }

    /** The IP address of the client: behind proxies the last address that no trusted one has added. */
    String address(HttpServletRequest servlet) {
        String header = servlet.getHeader("X-Forwarded-For");
        return header == null ? servlet.getRemoteAddr() : address(servlet.getRemoteAddr(), header);
    }

    /** The same, of the peer's address and what it says in the header. */
    String address(String peer, String header) {
        String[] hops = header.split(",");
        String address = peer;
        for (int i = hops.length - 1; i >= 0 && trusted(address); i--) {
            address = hops[i].trim();
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
