package iam.war.launch;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;

/** One Tomcat in this process, with the unpacked web application at its root. */
final class LocalServer {
    private final Tomcat tomcat = new Tomcat();

    private LocalServer(Options options, Path webapp) {
        // Tomcat's own scratch files; never the directory of the program, which several servers may share
        tomcat.setBaseDir(Options.data().resolve("container").toString());
        tomcat.setConnector(Connectors.create(options.host(), options.port()));
        StandardHost host = (StandardHost) tomcat.getHost();
        host.setErrorReportValveClass(PlainErrorReport.class.getName());
        host.setAutoDeploy(false);
        host.addChild(RootContext.of(webapp));
    }

    /** Starts, says so once requests are answered, and returns when the server was stopped. */
    static void run(Options options, Path webapp) throws Exception {
        Logs.configure(options.debug());
        Files.createDirectories(Options.data());
        LocalServer server = new LocalServer(options, webapp);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        if (!server.start(options)) {
            System.exit(1);
        }
        server.announce(options);
        server.tomcat.getServer().await();
    }

    private void announce(Options options) {
        try {
            Announcement.of(options, tomcat.getConnector().getLocalPort());
        } catch (IOException e) {
            // It was stopped while it started, or it hangs; whoever waits for the announcement sees none.
            Logger.getLogger("iam.war").log(Level.WARNING, "no answer from {0}: {1}", new Object[] {options.host(), e.getMessage()});
        }
    }

    private boolean start(Options options) {
        try {
            tomcat.start();
            return true;
        } catch (LifecycleException e) {
            Throwable cause = rootCause(e);
            if (cause instanceof BindException) {
                System.err.println("iam: cannot listen on " + options.host() + ":" + options.port() + ": " + cause.getMessage());
            } else {
                Logger.getLogger("iam.war").log(Level.SEVERE, "the web application did not start", cause);
            }
            return false;
        }
    }

    private void stop() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            System.err.println("iam: not stopped cleanly: " + rootCause(e));
        }
    }

    private static Throwable rootCause(Throwable problem) {
        return problem.getCause() == null ? problem : rootCause(problem.getCause());
    }
}
