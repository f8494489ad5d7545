package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where there is a native provider of signatures for the platform, {@code deploy/run} signs with it; that the signatures are good is for the relying parties. */
@ExtendWith(RunningServer.class)
class NativeSignaturesTest {
    @Test
    void signsNatively(Server running) {
        assumeTrue(Files.isDirectory(Path.of("..", "iam-war", "target", "native")), "none for this platform");
        Fixture fixture = Fixture.make(running.http(), "https://client.example/back");
        Http.Answer answer = running.http().postJson("/oauth/token",
                Json.of("grant_type", "client_credentials", "client_id", fixture.clientId(), "client_secret", fixture.clientSecret()));
        assertEquals(200, answer.status(), answer.text());
        assertTrue(running.log().contains("AmazonCorrettoCryptoProvider"), running.log());
        assertFalse(running.log().contains("the Java platform signs"), running.log());
    }
}
