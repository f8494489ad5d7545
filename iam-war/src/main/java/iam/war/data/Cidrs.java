package iam.war.data;

import iam.api.ApiException;
import iam.api.Message;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lists of networks such as {@code 10.0.0.0/8, 2001:db8::/32}. */
public final class Cidrs {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Cidrs() {
    }

    /** Whether an address is in one of the networks; an empty list allows every address. */
    public static boolean allows(String list, String address) {
        if (list.isBlank()) {
            return true;
        }
        for (String network : list.split(",")) {
            if (contains(network.trim(), address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks a list that somebody wants to store.
     *
     * @throws ApiException that names the first entry which is no network
     */
    public static void check(String list) {
        malformed(list).ifPresent(network -> {
            throw new ApiException(Message.CIDR_INVALID, network, "invalid CIDR address: " + network);
        });
    }

    /** The first entry of a list that is no network. */
    public static Optional<String> malformed(String list) {
        for (String network : list.isBlank() ? new String[0] : list.split(",")) {
            String[] parts = network.trim().split("/", -1);
            Optional<byte[]> base = bytes(parts[0]);
            if (parts.length != 2 || base.isEmpty() || !parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > base.get().length * 8) {
                return Optional.of(network.trim());
            }
        }
        return Optional.empty();
    }

    private static boolean contains(String network, String address) {
        if (malformed(network).isPresent()) {
            return false;
        }
        byte[] base = bytes(network.substring(0, network.indexOf('/'))).orElseThrow();
        byte[] given = bytes(address).orElse(new byte[0]);
        int bits = Integer.parseInt(network.substring(network.indexOf('/') + 1));
        boolean same = base.length == given.length;
        for (int i = 0; same && i < bits; i++) {
            same = (base[i / 8] >> 7 - i % 8 & 1) == (given[i / 8] >> 7 - i % 8 & 1);
        }
        return same;
    }

    /** An entry as a network: an address alone is one with a single member. */
    public static String network(String entry) {
        return entry.indexOf('/') >= 0 ? entry : entry + bytes(entry).map(bytes -> "/" + bytes.length * 8).orElse("");
    }

    /** The bytes of a literal address; names are never looked up. */
    private static Optional<byte[]> bytes(String address) {
        try {
            return LITERAL.matcher(address).matches() ? Optional.of(InetAddress.getByName(address).getAddress()) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
