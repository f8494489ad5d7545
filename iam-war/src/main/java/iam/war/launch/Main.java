package iam.war.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program {@code java -jar iam.war}. Started from the packed WAR it unpacks it and starts itself again from the
 * unpacked libraries; started from those it runs the server.
 */
public final class Main {
    private static final int USAGE_ERROR = 2;

    private Main() {}

    /** Runs until the process is asked to end. */
    public static void main(String[] args) throws Exception {
        Options options = parse(args);
        if (options.help()) {
            System.out.print(Options.HELP);
            return;
        }
        Path code = codeSource();
        if (Files.isRegularFile(code) && !code.getParent().endsWith("WEB-INF/lib")) {
            startUnpacked(Unpack.into(code, options.cache()), args);
        } else {
            LocalServer.run(options, code.getParent().getParent().getParent());
        }
    }

    private static Options parse(String[] args) {
        try {
            return Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("iam: " + e.getMessage() + " (--help lists the options)");
            System.exit(USAGE_ERROR);
            throw e;
        }
    }

    private static Path codeSource() throws URISyntaxException {
        return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    // The loader lives as long as the process.
    @SuppressWarnings("resource")
    private static void startUnpacked(Path webapp, String[] args) throws ReflectiveOperationException, IOException {
        URL[] jars = Unpack.jars(webapp).toArray(URL[]::new);
        ClassLoader loader = new URLClassLoader("iam", jars, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass(Main.class.getName()).getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
