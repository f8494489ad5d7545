package iam.war.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.authn.Authentication;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorFactory;
import iam.war.config.Settings;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin is exchanged for another jar while it is called: callers notice nothing, and nothing of the former one stays. */
class PluginReloadTest {
    private static final int RELOADS = 50;
    private static final String MAKE = "return method();";

    @TempDir
    private Path directory;
    private Path place;
    private final Properties settings = new Properties();
    private Providers providers;
    private Authenticator method;

    private void open(PluginJar first) throws Exception {
        place = Files.createDirectory(directory.resolve("providers"));
        install(first);
        settings.setProperty("iam.providers.dir", place.toString());
        settings.putIfAbsent("iam.providers.reload", "true");
        providers = new Providers(new Settings(settings));
        method = providers.all(AuthenticatorFactory.class, () -> null).get("a");
    }

    /** As an operator does: the new file takes the place of the old one, which stays readable for those who have it open. */
    private void install(PluginJar jar) throws Exception {
        Path made = directory.resolve("made.jar");
        jar.write(made);
        Files.move(made, place.resolve("a.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    @AfterEach
    void close() {
        providers.close();
    }

    private static PluginJar saying(String text) {
        return PluginJar.authenticator("a", "a", MAKE, "return Authentication.failure(iam.api.Message.ACCESS_TOKEN_UNKNOWN, \"" + text + "\");");
    }

    private String said() {
        return assertInstanceOf(Authentication.Failure.class, method.authenticate(null)).arguments().get(0).toString();
    }

    private PluginLoader loader() {
        return providers.plugins().find("a").orElseThrow().loader();
    }

    private void refused(String reason) {
        String message = assertThrows(RuntimeException.class, () -> providers.reload("a")).getMessage();
        assertTrue(message.contains(reason), message);
        assertEquals("one", said());
    }

    @Test
    void exchangesOnePluginAgainAndAgain() throws Exception {
        open(saying("one"));
        ExecutorService callers = Executors.newFixedThreadPool(2);
        AtomicBoolean end = new AtomicBoolean();
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            calls.add(callers.submit(() -> {
                while (!end.get()) {
                    said();
                }
            }));
        }
        List<WeakReference<ClassLoader>> former = new ArrayList<>();
        install(saying("two"));
        for (int i = 0; i < RELOADS; i++) {
            former.add(new WeakReference<>(loader()));
            providers.reload("a");
            assertEquals("two", said());
        }
        end.set(true);
        for (Future<?> call : calls) {
            call.get();
        }
        callers.shutdown();
        assertGone(former);
        assertEquals(0, providers.plugins().held("a"));
        assertEquals(1, providers.plugins().all().size());
    }

    private static void assertGone(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        for (int i = 0; i < 100 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertEquals(0, loaders.stream().filter(loader -> loader.get() != null).count());
    }

    @Test
    void endsThreadsThatThePluginHasLeftBehind() throws Exception {
        open(PluginJar.authenticator("a", "a", "Thread left = new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { return; } }, \"left\"); left.setDaemon(true); left.start(); " + MAKE,
                "return Authentication.failure(iam.api.Message.ACCESS_TOKEN_UNKNOWN, \"one\");"));
        WeakReference<ClassLoader> former = new WeakReference<>(loader());
        assertEquals(List.of("left"), PluginThreads.of(loader()).stream().map(Thread::getName).toList());
        install(saying("two"));
        providers.reload("a");
        assertGone(List.of(former));
        assertEquals("two", said());
    }

    @Test
    void keepsTheFormerOneWhenTheNextIsNoGood() throws Exception {
        open(saying("one"));
        install(PluginJar.authenticator("a", "a", "if (true) throw new IllegalStateException(\"no licence\");" + MAKE, "return null;"));
        refused("no licence");
        install(saying("two").attribute("Iam-Spi", "[2.0,3.0)"));
        refused("it works with iam-spi [2.0,3.0)");
        install(PluginJar.authenticator("a", "b", MAKE, "return null;"));
        refused("need a restart");
        install(PluginJar.authenticator("b", "a", MAKE, "return null;"));
        refused("need a restart");
        Files.writeString(place.resolve("a.jar"), "no jar");
        refused("zip");
        assertTrue(assertThrows(RuntimeException.class, () -> providers.reload("b")).getMessage().contains("no plugin with this id"));
    }

    @Test
    void isOffUnlessAsked() throws Exception {
        settings.setProperty("iam.providers.reload", "false");
        open(saying("one"));
        refused("iam.providers.reload is not set");
    }
}
