package iam.war.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.store.DuplicateKeyException;
import iam.spi.store.StoreUnavailableException;
import iam.war.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller sees of a provider that hangs, answers nothing or throws: a failure, soon. */
class GuardTest {
    @TempDir
    private Path directory;
    private Providers providers;

    private Authenticator method(String statements) throws Exception {
        return method(statements, "20s");
    }

    private Authenticator method(String statements, String deadline) throws Exception {
        PluginJar.authenticator("bad", "bad", "return method();", statements).write(directory.resolve("bad.jar"));
        Properties settings = new Properties();
        settings.setProperty("iam.providers.dir", directory.toString());
        settings.setProperty("iam.authn.bad.deadline", deadline);
        settings.setProperty("iam.authn.bad.concurrency", "2");
        providers = new Providers(new Settings(settings));
        return providers.all(AuthenticatorFactory.class, () -> null).get("bad");
    }

    @AfterEach
    void close() {
        if (providers != null) {
            providers.close();
        }
    }

    private static String failure(Authenticator method) {
        return assertThrows(ProviderFailure.class, () -> method.authenticate(null)).getMessage();
    }

    @Test
    void givesUpOnOneThatSleeps() throws Exception {
        Authenticator method = method("Thread.sleep(60_000); return null;", "200ms");
        long begin = System.nanoTime();
        assertTrue(failure(method).contains("has not answered within 200 ms"));
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos());
    }

    @Test
    void holdsOneThatHearsNoInterruptToItsThreads() throws Exception {
        Authenticator method = method("while (!Thread.currentThread().getName().isEmpty()) { Thread.onSpinWait(); if (System.nanoTime() % 1_000_003 == 7 && stop()) break; } return null; }"
                + " static final long END = System.nanoTime() + 3_000_000_000L; static boolean stop() { return System.nanoTime() > END;", "200ms");
        assertTrue(failure(method).contains("has not answered"));
        assertTrue(failure(method).contains("has not answered"));
        assertTrue(failure(method).contains("is busy with 2 calls"));
    }

    @Test
    void takesNullForAFailure() throws Exception {
        assertTrue(failure(method("return null;")).contains("answered null to authenticate"));
    }

    @Test
    void survivesAStackOverflow() throws Exception {
        assertTrue(failure(method("return ask(request);")).contains("StackOverflowError"));
    }

    @Test
    void leavesOneAloneThatKeepsFailing() throws Exception {
        Authenticator method = method("throw new Exception(\"broken\");");
        for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            assertTrue(failure(method).contains("broken"));
        }
        assertTrue(failure(method).contains("is left alone"));
        assertTrue(!providers.health().get("authn/bad").up());
    }

    @Test
    void interruptsAStoreThatHangs() throws Exception {
        try (Guard guard = new Guard("store/bad", new Limits(Duration.ofMillis(100), 1), getClass().getClassLoader())) {
            assertThrows(InterruptedException.class, () -> guard.here(() -> {
                Thread.sleep(60_000);
                return true;
            }));
            assertEquals(false, Thread.currentThread().isInterrupted());
            assertEquals("done", guard.here(() -> "done"));
            assertEquals(1, guard.failures());
        }
    }

    @Test
    void leavesAStoreAloneThatIsAway() throws Exception {
        try (Guard guard = new Guard("store/bad", new Limits(Duration.ofSeconds(1), 1), getClass().getClassLoader())) {
            for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
                assertThrows(DuplicateKeyException.class, () -> guard.here(() -> {
                    throw new DuplicateKeyException("taken", null);
                }));
            }
            assertEquals(0, guard.failures());
            for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
                assertEquals("away", assertThrows(StoreUnavailableException.class, () -> guard.here(() -> {
                    throw new StoreUnavailableException("away", null);
                })).getMessage());
            }
            assertTrue(assertThrows(StoreUnavailableException.class, () -> guard.here(() -> true)).getMessage().contains("is left alone"));
        }
    }

    @Test
    void triesAgainAfterAPauseWithOneCall() {
        AtomicLong now = new AtomicLong();
        CircuitBreaker breaker = new CircuitBreaker(now::get);
        for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            assertTrue(breaker.permits());
            breaker.failed();
        }
        assertEquals(false, breaker.permits());
        now.addAndGet(CircuitBreaker.PAUSE.toNanos());
        assertTrue(breaker.permits());
        assertEquals(false, breaker.permits());
        breaker.succeeded();
        assertTrue(breaker.permits());
    }
}
