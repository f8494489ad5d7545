package iam.war.outbound;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses the server calls. */
class AddressRuleTest {
    private static final AddressRule DEFAULT = new AddressRule(false, "");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "localhost", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
        "::1", "::", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "fe80::1", "fd00::1", "fec0::1", "ff02::1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "nosuchhost.invalid"})
    void refusesWhatIsNotPublic(String host) {
        assertThrows(RefusedAddressException.class, () -> DEFAULT.check(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "2606:2800:220:1:248:1893:25c8:1946"})
    void callsWhatIsPublic(String host) {
        assertDoesNotThrow(() -> DEFAULT.check(host));
    }

    @Test
    void callsWhatTheOperatorAllows() {
        assertDoesNotThrow(() -> new AddressRule(true, "").check("127.0.0.1"));
        AddressRule some = new AddressRule(false, "10.1.0.0/16, fd00::/8");
        assertDoesNotThrow(() -> some.check("10.1.2.3"));
        assertDoesNotThrow(() -> some.check("fd00::1"));
        assertThrows(RefusedAddressException.class, () -> some.check("10.2.2.3"));
        assertThrows(IllegalArgumentException.class, () -> new AddressRule(false, "10.1.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no url", "file:///etc/passwd", "ftp://example.com/", "http:///path", "http:opaque", "jar:http://example.com!/"})
    void takesOnlyHttp(String url) {
        assertThrows(RefusedAddressException.class, () -> Outbound.to(url));
    }
}
