package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The WAR is deployed again and again, by a newer file, into a container that runs on: nothing of the former ones stays. {@code -Diam.redeployments=50} takes longer. */
@Slow
class RedeployTest {
    private static final int TIMES = Integer.getInteger("iam.redeployments", 1);
    private static final String PLUGINS = "iam.war.provider.PluginLoader";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @ParameterizedTest
    @CsvSource({
        "TOMCAT10, org.apache.catalina.loader.ParallelWebappClassLoader, HostConfig.deployWAR Deployment of web application archive .* has finished",
        "JETTY12, org.eclipse.jetty.ee10.webapp.WebAppClassLoader, ServletContextHandler:.*: Started oeje10w.WebAppContext"})
    void leavesNothingBehind(Container container, String loaders, String deployed) throws Exception {
        try (Server server = Server.of(container).environment("IAM_REDEPLOY_SECONDS", "1").environment("IAM_AUTHN_SIGNED_HEADER_KEY", "0123456789abcdef0123456789abcdef")) {
            Sample.build(Path.of("samples/header-authn"), server.data().resolve("providers"));
            redeploy(server.start(), container, loaders, deployed);
        }
    }

    private static void redeploy(Server server, Container container, String loaders, String deployed) throws Exception {
        try (Management management = new Management(server.pid())) {
            Path war = Path.of("target", "run", container.name().toLowerCase(Locale.ROOT) + "-" + server.port(), "webapps", "ROOT.war");
            Smoke.check(server.http());
            String all = loaders + "|" + PLUGINS;
            assertEquals(2, management.alive(all));
            for (int i = 1; i <= TIMES; i++) {
                Files.setLastModifiedTime(war, FileTime.from(Instant.now().minus(Duration.ofDays(1)).plusSeconds(10L * i)));
                await(server, deployed, i + 1);
                Smoke.check(server.http());
            }
            assertEquals(2, management.settled(all, 2), server::log);
        }
    }

    private static void await(Server server, String pattern, int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (server.log().lines().filter(line -> line.matches(".*" + pattern + ".*")).count() < count || server.http().get("/health/ready").status() != 200) {
            assertTrue(System.nanoTime() < end, server::log);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
