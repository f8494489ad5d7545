package iam.war.outbound;

import iam.war.data.Cidrs;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which addresses the server calls: public ones, and those of the operator's list. */
final class AddressRule {
    /** What is not reachable from everywhere (IANA special-purpose registries), IPv6 forms that hold an IPv4 address included. */
    private static final String SPECIAL = "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.168.0.0/16,198.18.0.0/15,"
            + "224.0.0.0/3,::/96,64:ff9b::/32,100::/64,2002::/16,2001::/32,fc00::/7,fe80::/9,ff00::/8";

    private final boolean everything;
    private final String allowed;

    /**
     * Makes the rule.
     *
     * @param everything whether private addresses may be called
     * @param allowed networks that may be called although they are private, separated by commas
     */
    AddressRule(boolean everything, String allowed) {
        Cidrs.malformed(allowed).ifPresent(network -> {
            throw new IllegalArgumentException("iam.outbound.allowed holds something that is no network: " + network);
        });
        this.everything = everything;
        this.allowed = allowed;
    }

    /** Refuses a host one of whose addresses must not be called. */
    void check(String host) throws RefusedAddressException {
        if (everything) {
            return;
        }
        for (InetAddress address : resolve(host)) {
            String text = address.getHostAddress().replaceFirst("%.*", "");
            if (Cidrs.allows(SPECIAL, text) && (allowed.isBlank() || !Cidrs.allows(allowed, text))) {
                throw new RefusedAddressException("the address of " + host + " is private, and iam.outbound.private and iam.outbound.allowed do not allow it");
            }
        }
    }

    private static InetAddress[] resolve(String host) throws RefusedAddressException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new RefusedAddressException("the host " + host + " is unknown");
        }
    }
}
