package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The calls that have to work in every container. */
final class Smoke {
    private Smoke() {}

    static void check(Http http) {
        Http.Answer health = http.get("/api/health");
        assertEquals(200, health.status());
        assertEquals("application/json", health.header("Content-Type").split(";")[0]);
    }
}
