package iam.deploy.bench;

import iam.deploy.Container;
import iam.deploy.Directories;
import iam.deploy.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What a start to the first answer costs on a Tomcat as it is delivered, JVM options included: with the WAR from its second start on, and with Tomcat's own applications. */
final class StockTomcat {
    private static final int STARTS = 3;

    private final Server server;
    private final Path home = only(Path.of("target", "containers", "tomcat11").toAbsolutePath());
    private final Path base;

    /** Takes the instance that {@code deploy/run} has made for a server. */
    private StockTomcat(Server server) {
        this.server = server;
        base = Path.of("target", "run", "tomcat11-" + server.port()).toAbsolutePath();
    }

    static void run() throws Exception {
        try (Server server = Server.of(Container.TOMCAT11).start()) {
            server.stop();
            StockTomcat tomcat = new StockTomcat(server);
            double war = tomcat.median("/api/health");
            Directories.delete(tomcat.base.resolve("webapps"));
            Directories.copy(tomcat.home.resolve("webapps"), tomcat.base.resolve("webapps"));
            System.out.printf(Locale.ROOT, "%nstart to first answer on %s: %.2f CPU s (<= 7), with its own applications instead %.2f%n", tomcat.home.getFileName(), war, tomcat.median("/"));
        }
    }

    private double median(String path) throws IOException, InterruptedException {
        double[] seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            seconds[i] = start(path);
        }
        Arrays.sort(seconds);
        return seconds[STARTS / 2];
    }

    private double start(String path) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", home.resolve("bin/catalina.sh").toString(), "run").redirectErrorStream(true)
                .redirectOutput(base.resolve("logs/start").toFile());
        builder.environment().keySet().removeIf(name -> name.matches("IAM_.*|CATALINA_.*|JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CATALINA_HOME", home.toString());
        builder.environment().put("CATALINA_BASE", base.toString());
        builder.environment().put("IAM_DATA_DIR", server.data().toString());
        Process process = builder.start();
        try {
            Bench.awaitAnswer(server.port(), path);
            return Usage.cpuMillis(process.pid()) / 1e3;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Path only(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
