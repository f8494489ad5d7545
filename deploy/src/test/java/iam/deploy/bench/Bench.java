package iam.deploy.bench;

import iam.deploy.Container;
import iam.deploy.Directories;
import iam.deploy.Http;
import iam.deploy.Server;
import iam.providers.testing.MariaDbServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The benchmark: {@code deploy/bench --help} says what it does. */
final class Bench {
    private static final int ROUNDS = 3;
    /** Requests of each kind, which is more than 20,000 together. */
    private static final int WARM_UP = 5_000;
    private static final int SMALL = 1_000;
    private static final int MIDDLE = 100_000;
    private static final int SIGN_OUTS = 200;
    private static final int MANY = 100;
    private static final int WARM_UP_SIGN_OUTS = 5_000;
    private static final int MANY_SIGN_OUTS = 40;
    private static final int SETTLING_MILLIS = 1_500;

    private final double seconds;
    private final int large;
    private final boolean mariaDb;
    private double signature;
    private double servlet;

    private Bench(double seconds, int large, boolean mariaDb) {
        this.seconds = seconds;
        if (large <= MIDDLE) {
            throw new IllegalArgumentException("users has to be more than " + MIDDLE);
        }
        this.large = large;
        this.mariaDb = mariaDb;
    }

    /** Options: {@code seconds=4 users=1000000 database=both tomcat=true lists=both}. */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new TreeMap<>(Map.of("seconds", "4", "users", "1000000", "database", "both", "tomcat", "true", "lists", "both"));
        for (String arg : args) {
            options.put(arg.split("=")[0], arg.split("=", 2)[1]);
        }
        for (boolean mariaDb : new boolean[] {false, true}) {
            if (wanted(options.get("database"), mariaDb)) {
                new Bench(Double.parseDouble(options.get("seconds")), Integer.parseInt(options.get("users")), mariaDb).run();
            }
        }
        if (options.get("tomcat").equals("true")) {
            StockTomcat.run();
        }
        for (boolean mariaDb : new boolean[] {false, true}) {
            if (wanted(options.get("lists"), mariaDb)) {
                Lists.run(emptyDirectory(), mariaDb);
            }
        }
    }

    private static boolean wanted(String option, boolean mariaDb) {
        return List.of("both", mariaDb ? "mariadb" : "embedded").contains(option);
    }

    private static Path emptyDirectory() throws IOException {
        Path directory = Path.of("target", "bench").toAbsolutePath();
        Directories.delete(directory);
        return Files.createDirectories(directory);
    }

    private void run() throws Exception {
        Path directory = emptyDirectory();
        if (mariaDb) {
            System.out.println("\nMariaDB, " + large + " users and tokens in the second part");
            try (MariaDbServer database = MariaDbServer.start(directory, "--innodb-buffer-pool-size=1G", "--innodb-log-file-size=1G")) {
                String url = database.database("iam");
                Server server = Server.of(Container.EMBEDDED).with("--db", url + "?user=" + MariaDbServer.USER);
                run(server, database.pid(), url, MariaDbServer.USER);
            }
        } else {
            System.out.println("\nembedded database, " + large + " users and tokens in the second part");
            Server server = Server.of(Container.EMBEDDED);
            run(server, 0, Tables.url(server), "");
        }
    }

    private void run(Server server, long database, String url, String user) throws Exception {
        try (server) {
            server.start();
            Site.make(server.http(), SMALL, MIDDLE, large);
            server.stop();
            try (Tables tables = new Tables(url, user)) {
                fill(tables, SMALL);
            }
            start(server);
            ceilings(server);
            first(server, database);
            server.stop();
            try (Tables tables = new Tables(url, user)) {
                report("filling the tables", () -> {
                    fill(tables, MIDDLE);
                    fill(tables, large);
                    tables.copy("iam_token", "owner = 'admin'", token(), large);
                    tables.analyze("iam_user");
                    tables.analyze("iam_token");
                    tables.settle();
                });
            }
            start(server);
            second(server, database);
            server.stop();
            cleanUp(server, database, url, user);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void report(String what, Step step) throws Exception {
        long begin = System.nanoTime();
        step.run();
        System.out.printf(Locale.ROOT, "%s: %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
    }

    private static void fill(Tables tables, int size) throws Exception {
        tables.copy("iam_user", "owner = '" + Site.ORGANIZATION + "' AND name = '" + Site.USER + "'", Map.of("owner", "'bench" + size + "'", "name", "CONCAT('u', #)", "id",
                "CONCAT('" + size + "-', #)", "email", "CONCAT('u', #, '@bench" + size + ".example')", "created_time",
                "CONCAT('20', 10 + MOD(#, 10), '-0', 1 + MOD(#, 9), '-1', MOD(#, 10), 'T1', MOD(#, 7), ':', 10 + MOD(#, 49), ':', 10 + MOD(#, 47), 'Z')"), size);
    }

    private static Map<String, String> token() {
        return Map.of("name", "CONCAT('t', #)", "user_", "CONCAT('u', #)", "access_token_hash", "CONCAT('a', #)", "refresh_token_hash", "CONCAT('r', #)", "code", "CONCAT('c', #)",
                "family", "CONCAT('f', #)");
    }

    private static void start(Server server) throws InterruptedException {
        long begin = System.nanoTime();
        server.start();
        System.out.printf(Locale.ROOT, "start to first answer: %.2f s (<= 2 on an idle machine), %.2f CPU s (<= 3.5)%n", (System.nanoTime() - begin) / 1e9, Usage.cpuMillis(server.pid()) / 1e3);
        Thread.sleep(3000);
        System.out.printf(Locale.ROOT, "resident when idle: %.0f MB (<= 170)%n", Usage.residentMegabytes(server.pid()));
    }

    /** Lets all filled tokens end, and waits until the server has removed them. */
    private void cleanUp(Server server, long database, String url, String user) throws Exception {
        try (Tables tables = new Tables(url, user)) {
            tables.update("iam_token", "ends_at = 1", "name LIKE 't%' AND user_ LIKE 'u%'");
            tables.settle();
        }
        server.environment("IAM_RETENTION_SECONDS", "1").start();
        Site site = new Site(server.http());
        Load load = new Load(server.port(), server.pid(), database);
        try (Wire wire = new Wire(server.port())) {
            site.signIn(wire);
        }
        // they go in the order of their names
        String last = "t" + "9".repeat(Integer.toString(large).length() - 1);
        double cpu = Usage.cpuMillis(server.pid()) + Usage.cpuMillis(database);
        long begin = System.nanoTime();
        Item item = new Item("W2 userinfo while " + large + " ended tokens are removed");
        do {
            item.add(load.run(site::userinfo, seconds / 4));
        } while (!site.gone(server.http(), last));
        double time = (System.nanoTime() - begin) / 1e9;
        System.out.println(item);
        System.out.printf(Locale.ROOT, "clean-up: %d tokens in %.0f s, at most %.3f CPU ms each%n", large, time, (Usage.cpuMillis(server.pid()) + Usage.cpuMillis(database) - cpu) / large);
        server.stop();
    }

    /** Both with the command line of the running server, so that the JVM and its options are the same. */
    private void ceilings(Server server) throws Exception {
        List<String> command = new ArrayList<>(Usage.jvm(server.pid()));
        command.removeIf(option -> option.startsWith("-XX:SharedArchiveFile"));
        command.addAll(List.of("-cp", Usage.classPath(server.pid()) + ":" + Path.of("target", "test-classes").toAbsolutePath(), Ceilings.class.getName()));
        Process signing = new ProcessBuilder(with(command, "signature", Long.toString(Math.round(seconds)))).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        signature = Double.parseDouble(new String(signing.getInputStream().readAllBytes()).trim());
        int port = freePort();
        Process serving = new ProcessBuilder(with(command, "servlet", Integer.toString(port))).redirectErrorStream(true).redirectOutput(Path.of("target", "bench", "servlet.log").toFile()).start();
        try {
            awaitAnswer(port, "/static");
            Load load = new Load(port, serving.pid(), 0);
            Item item = new Item("static servlet");
            Load.Work work = wire -> wire.get("/static").with("ok");
            load.run(work, seconds);
            IntStream.range(0, ROUNDS).forEach(round -> item.add(load.run(work, seconds)));
            servlet = item.median().cpu();
            System.out.println(Item.HEAD);
            System.out.println(item);
            System.out.printf(Locale.ROOT, "%-52s %8.0f %28.3f%n", "RS256 signature of the JDK, RSA 2048, one thread", 1000 / signature, signature);
        } finally {
            serving.destroy();
        }
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void awaitAnswer(int port, String path) throws InterruptedException {
        Http http = new Http(URI.create("http://127.0.0.1:" + port));
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                if (http.get(path).status() == 200) {
                    return;
                }
            } catch (java.io.UncheckedIOException e) {
                // not there yet
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("nobody answers " + path);
    }

    private void first(Server server, long database) throws Exception {
        Site site = new Site(server.http());
        Map<Item, Load.Work> items = new LinkedHashMap<>();
        items.put(new Item("W1 token for client credentials").serverAtMost(signature / 0.80).atMost(signature / 0.70), site::clientCredentials);
        items.put(new Item("W2 userinfo").atMost(0.15), site::userinfo);
        items.put(new Item("W2 get-account").atMost(0.4), site::account);
        items.put(new Item("W3 get-user by client id and secret").atMost(0.4), site::user);
        items.put(new Item("W4 plain password to code to token").atMost(4), site::code);
        items.put(new Item("W5 introspection").atMost(0.3), site::introspect);
        items.put(new Item("W6 first of " + SMALL / 10 + " pages of users").atMost(1), wire -> site.page(wire, SMALL, false));
        items.put(new Item("W7 add-user without password").atMost(1), site::addUser);
        items.put(new Item("W9 bad token").atMost(2 * servlet), site::badToken);
        measure(site, server, database, items);
    }

    private void second(Server server, long database) throws Exception {
        Site site = new Site(server.http());
        Map<Item, Load.Work> items = new LinkedHashMap<>();
        items.put(new Item("W1 token for client credentials").serverAtMost(signature / 0.80).atMost(signature / 0.70), site::clientCredentials);
        items.put(new Item("W4 plain password to code to token").atMost(4), site::code);
        for (int size : new int[] {SMALL, MIDDLE, large}) {
            items.put(new Item("W6 first of " + size / 10 + " pages of users").atMost(1), wire -> site.page(wire, size, false));
            items.put(new Item("W6 last of " + size / 10 + " pages of users"), wire -> site.page(wire, size, true));
            items.put(new Item("W6 get-user by name of " + size), wire -> site.anyUser(wire, size));
        }
        measure(site, server, database, items);
    }

    private void measure(Site site, Server server, long database, Map<Item, Load.Work> items) throws Exception {
        Load load = new Load(server.port(), server.pid(), database);
        try (Wire wire = new Wire(server.port())) {
            site.signIn(wire);
        }
        warmUp(load, items);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<Item, Load.Work> item : items.entrySet()) {
                // what the one before has left to do in the background
                Thread.sleep(SETTLING_MILLIS);
                item.getKey().add(load.run(item.getValue(), seconds));
            }
        }
        items.keySet().forEach(System.out::println);
        for (int sessions : new int[] {1, MANY}) {
            Item item = new Item("W8 sso-logout, sessions: " + sessions).atMost(sessions == 1 ? 2 : 6);
            signOuts(load, site, sessions, sessions == 1 ? WARM_UP_SIGN_OUTS : MANY_SIGN_OUTS);
            for (int round = 0; round < ROUNDS; round++) {
                item.add(signOuts(load, site, sessions, sessions == 1 ? SIGN_OUTS : MANY_SIGN_OUTS));
            }
            System.out.println(item);
        }
        System.out.printf(Locale.ROOT, "resident after load: %.0f MB (< 230)%n", Usage.residentMegabytes(server.pid()));
    }

    private static Load.Round signOuts(Load load, Site site, int sessions, int number) throws IOException, InterruptedException {
        List<Site.SignOut> units = new ArrayList<>();
        try (Wire wire = new Wire(load.port())) {
            for (int i = 0; i < number; i++) {
                units.add(site.signOut(wire, sessions));
            }
        }
        Thread.sleep(SETTLING_MILLIS);
        Load.Round round = load.each(units.stream().map(unit -> unit));
        try (Wire wire = new Wire(load.port())) {
            units.forEach(unit -> unit.check(wire));
        }
        return round;
    }

    /** Until the compilers have seen each kind of work often enough. */
    private void warmUp(Load load, Map<Item, Load.Work> items) {
        for (Load.Work work : items.values()) {
            for (double count = 0; count < WARM_UP;) {
                count += load.run(work, seconds).perSecond() * seconds;
            }
        }
    }
}
