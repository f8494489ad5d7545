package iam.providers.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store works where a web application's class loader brings everything, also on a thread that knows nothing of it. */
class WebappLoaderTest {
    @Test
    void storeNeedsNoContextClassLoader(@TempDir Path directory) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader webapp = new URLClassLoader("webapp", classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> trial = webapp.loadClass(WebappTrial.class.getName());
            assertNotSame(WebappTrial.class, trial);
            Callable<?> run = (Callable<?>) trial.getConstructor(Path.class).newInstance(directory);
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            assertEquals("org/a with 1 group, 0 drivers left", run.call());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
