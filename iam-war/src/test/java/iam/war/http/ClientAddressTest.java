package iam.war.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose word counts about where a request comes from. */
class ClientAddressTest {
    private static String address(List<String> proxies, String peer, String header) {
        return new ClientAddress(proxies).address(peer, header);
    }

    @Test
    void believesNobodyWithoutASetting() {
        assertEquals("127.0.0.1", address(List.of(), "127.0.0.1", "203.0.113.5"));
    }

    @Test
    void believesProxiesByAddressAndByNetwork() {
        List<String> proxies = List.of("192.0.2.1", "10.0.0.0/8", "fd00::/8");
        assertEquals("203.0.113.5", address(proxies, "192.0.2.1", "203.0.113.5"));
        assertEquals("203.0.113.5", address(proxies, "10.1.2.3", "198.51.100.7, 203.0.113.5"));
        assertEquals("203.0.113.5", address(proxies, "fd12:0:0:0:0:0:0:1", "203.0.113.5, 10.9.9.9, fd00::2"));
        assertEquals("11.0.0.1", address(proxies, "11.0.0.1", "203.0.113.5"));
        assertEquals("192.0.2.2", address(proxies, "192.0.2.2", "203.0.113.5"));
    }

    @Test
    void comparesAddressesNotTheirSpelling() {
        assertEquals("203.0.113.5", address(List.of("::1"), "0:0:0:0:0:0:0:1", "203.0.113.5"));
    }

    @Test
    void takesTheFirstOfAChainOfProxiesOnly() {
        assertEquals("10.0.0.1", address(List.of("10.0.0.0/8"), "10.0.0.9", "10.0.0.1, 10.0.0.2"));
        assertEquals("nonsense", address(List.of("10.0.0.0/8"), "10.0.0.9", "203.0.113.5, nonsense"));
    }

    @Test
    void refusesASettingThatIsNoAddress() {
        assertThrows(IllegalArgumentException.class, () -> new ClientAddress(List.of("proxy.example.com")));
        assertThrows(IllegalArgumentException.class, () -> new ClientAddress(List.of("10.0.0.0/33")));
    }
}
