package iam.war.launch;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log of the program: standard error, one line an event, unless {@code java.util.logging.config.file} says otherwise. */
final class Logs {
    private static final String LINE = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n";
    // A logger that nobody refers to is collected, and its level with it.
    private static final List<Logger> LIBRARIES = List.of(Logger.getLogger("org"), Logger.getLogger("com"));
    // Tells each failed start twice more, for every level of containers.
    private static final List<Logger> ECHOES =
            List.of(Logger.getLogger("org.apache.catalina.core.ContainerBase"), Logger.getLogger("org.apache.catalina.core.StandardService"));

    private Logs() {}

    static void configure(boolean debug) {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        LIBRARIES.forEach(logger -> logger.setLevel(debug ? Level.INFO : Level.WARNING));
        ECHOES.forEach(logger -> logger.setLevel(debug ? Level.INFO : Level.OFF));
        Logger root = Logger.getLogger("");
        root.setLevel(debug ? Level.FINE : Level.INFO);
        for (Handler handler : root.getHandlers()) {
            handler.setLevel(Level.ALL);
        }
    }
}
