package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input gets a clear answer, and nothing of it is stored. */
@ExtendWith(RunningServer.class)
class BadInputTest {
    private static final String ADMIN = "username=built-in/admin&password=123";
    private static final List<String> INSIDE = List.of("Exception", "java.", "at iam.", "SQL", "org.", "select ", "h2");

    private static void assertClear(String answer) {
        assertTrue(answer.matches("(?s)HTTP/1.1 (200|400|404|405|413|431) .*"), () -> shortened(answer));
        assertTrue(answer.contains("\"msg\":\"") && answer.contains("\"status\":\"error\""), () -> shortened(answer));
        INSIDE.forEach(word -> assertFalse(answer.contains(word), () -> word + " in " + shortened(answer)));
    }

    private static String shortened(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private static String post(Server server, String path, byte[] body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return RawSocket.exchange(server, request);
    }

    private static long roles(Http http) {
        return Json.object(http.get("/api/get-roles?owner=built-in&" + ADMIN)).getJsonArray("data").size();
    }

    @Test
    void bodiesThatAreNoEntity(Server server, Http http) {
        long before = roles(http);
        String path = "/api/add-role?" + ADMIN;
        for (String body : List.of("", "{", "[]", "[1]", "\"x\"", "17", "nul", "{\"owner\":\"built-in\",\"name\":", "{\"owner\":\"built-in\",\"name\":17}",
                "{\"owner\":\"built-in\",\"name\":\"r\",\"isEnabled\":\"yes\"}", "{\"owner\":\"built-in\",\"name\":\"r\",\"users\":\"x\"}",
                "{\"owner\":\"built-in\",\"name\":\"r\"} tail", "{\"owner\":\"built-in\",\"x\":[1", "{\"owner\":\"built-in\",\"x\":{\"y\":[1,", "{\"owner\":\"built-in\",\"name\":\"\"}", "{\"owner\":\"built-in\"}", "{\"name\":\"r\"}",
                "{\"owner\":\"built-in\",\"name\":\"" + "x".repeat(200) + "\"}", "{\"owner\":\"built-in\",\"name\":\"a/b\"}")) {
            assertClear(post(server, path, body.getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals(before, roles(http));
    }

    @Test
    void fiveMegabytesOfNestedArrays(Server server) {
        assertClear(post(server, "/api/add-role?" + ADMIN, "[".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII)));
        assertClear(post(server, "/api/login", ("{\"x\":" + "[".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void invalidUtf8(Server server) {
        byte[] body = "{\"owner\":\"built-in\",\"name\":\"r??\"}".getBytes(StandardCharsets.US_ASCII);
        body[body.length - 4] = (byte) 0xc3;
        body[body.length - 3] = (byte) 0x28;
        assertClear(post(server, "/api/add-role?" + ADMIN, body));
    }

    @Test
    void idsWithTooFewOrTooManySlashes(Server server) {
        for (String id : List.of("", "built-in", "built-in/admin/x", "//", "a/b/c/d")) {
            assertClear(RawSocket.get(server, "/api/get-role?" + ADMIN + "&id=" + id));
        }
    }

    @Test
    void unknownPathsAndWrongMethods(Server server) {
        for (String request : List.of("GET /api/no-such-call?" + ADMIN, "GET /api/no-such-call", "DELETE /api/health", "PUT /api/get-account?" + ADMIN, "GET /api/login?" + ADMIN)) {
            assertClear(RawSocket.exchange(server, (request + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void ambiguousPaths(Server server) {
        for (String path : List.of("/api//health", "/api/./health", "/api/../api/health", "/api/x/%2e%2e/health", "/api/health;a=b", "/api\\health", "/api/health%5c", "/api/health%00")) {
            String answer = RawSocket.get(server, path);
            assertTrue(answer.startsWith("HTTP/1.1 400"), () -> path + ": " + shortened(answer));
        }
    }

    @Test
    void missingParametersAndLargeHeaders(Server server) {
        for (String path : List.of("/api/get-role", "/api/get-role?" + ADMIN, "/api/get-users?" + ADMIN + "&owner=built-in&p=1&pageSize=x")) {
            assertClear(RawSocket.get(server, path));
        }
        assertTrue(RawSocket.get(server, "/api/health", "X-Long: " + "a".repeat(10_000)).startsWith("HTTP/1.1 200"));
    }
}
