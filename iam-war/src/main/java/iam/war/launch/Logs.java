package iam.war.launch;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log of the program: standard error, one line an event, unless {@code java.util.logging.config.file} says otherwise. */
final class Logs {
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
        // Tomcat's own log sets a formatter of its choice when it is first used
        System.setProperty("org.apache.juli.formatter", LogLine.class.getName());
        LIBRARIES.forEach(logger -> logger.setLevel(debug ? Level.INFO : Level.WARNING));
        ECHOES.forEach(logger -> logger.setLevel(debug ? Level.INFO : Level.OFF));
        Logger root = Logger.getLogger("");
        root.setLevel(debug ? Level.FINE : Level.INFO);
        for (Handler handler : root.getHandlers()) {
            handler.setLevel(Level.ALL);
            handler.setFormatter(new LogLine());
        }
    }
}
