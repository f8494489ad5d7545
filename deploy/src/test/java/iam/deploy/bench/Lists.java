package iam.deploy.bench;

import iam.deploy.Container;
import iam.deploy.Http;
import iam.deploy.Json;
import iam.deploy.Server;
import iam.providers.testing.MariaDbServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every list of an organization with 1,000 rows, and of one with 100,000 in the same table: how many times longer an answer takes. */
final class Lists {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int CALLS = 60;
    private static final int SIZE = 10;
    private static final double MOST = 3;
    private static final String ADMIN = "?username=built-in/admin&password=123";
    /** Nouns whose rows name their organization in {@code owner}; LDAP servers are left out, whose list has no pages. */
    private static final List<String> OWNED = List.of("user", "role", "permission", "group", "provider", "cert", "key", "model", "adapter", "enforcer", "invitation", "resource", "form",
            "session", "product", "subscription", "verification");
    /** Nouns whose rows name it in {@code organization}. */
    private static final List<String> OF_ORGANIZATION = List.of("token", "application", "webhook", "syncer");
    /** Nouns whose rows name it in both. */
    private static final List<String> IN_BOTH = List.of("record", "webhook-event");
    /** What the server writes itself, when something happens that does not happen here. */
    private static final List<String> UNSEEN = List.of("verification", "webhook-event");
    /** Filters by fields with an index. */
    private static final Map<String, Map<String, String>> FILTERS = Map.of("user", Map.of("in one e-mail", "&field=email&value=nNUMBER@", "in no e-mail", "&field=email&value=NUMBER@nobody", "of a group", "&groupName=SIZEn7"),
            "resource", Map.of("of a user", "&user=u1"));

    private final Wire wire;
    private final String credentials;

    private Lists(Wire wire, String credentials) {
        this.wire = wire;
        this.credentials = credentials;
    }

    static void run(Path directory, boolean mariaDb) throws SQLException, IOException {
        System.out.printf(Locale.ROOT, "%nlists on %s: milliseconds of a page with %,d rows / with %,d rows, and their ratio (<= %.0f)%n", mariaDb ? "MariaDB" : "the embedded database",
                SMALL, LARGE, MOST);
        if (mariaDb) {
            try (MariaDbServer database = MariaDbServer.start(directory, "--innodb-buffer-pool-size=3G", "--innodb-log-file-size=1G")) {
                String url = database.database("iam");
                run(Server.of(Container.EMBEDDED).with("--db", url + "?user=" + MariaDbServer.USER), url, MariaDbServer.USER);
            }
        } else {
            Server server = Server.of(Container.EMBEDDED);
            run(server, Tables.url(server), "");
        }
    }

    private static void run(Server server, String url, String user) throws SQLException, IOException {
        try (server) {
            server.start();
            seed(server.http());
            server.stop();
            try (Tables tables = new Tables(url, user)) {
                fill(tables);
            }
            server.start();
            try (Wire wire = new Wire(server.port())) {
                new Lists(wire, Site.administrator(server.http())).measure();
            }
        }
    }

    private static void seed(Http http) {
        Site.make(http, SMALL, LARGE);
        for (String noun : OWNED.stream().filter(noun -> !UNSEEN.contains(noun)).toList()) {
            add(http, noun, Json.of("owner", Site.ORGANIZATION, "name", "seed", "displayName", "Seed", "application", "bench-app", "type", "Organization",
                    "createdTime", "2026-01-01T00:00:00Z"));
        }
        for (String noun : List.of("webhook", "syncer")) {
            add(http, noun, Json.of("owner", "admin", "name", "seed", "organization", Site.ORGANIZATION, "createdTime", "2026-01-01T00:00:00Z"));
        }
        http.post("/api/login/oauth/access_token", "grant_type=client_credentials&client_id=bench-id&client_secret=bench-secret", "Content-Type", "application/x-www-form-urlencoded");
    }

    private static void add(Http http, String noun, String json) {
        String text = http.postJson("/api/add-" + noun + ADMIN, json).text();
        if (!text.contains("\"ok\"")) {
            System.out.println(noun + ": " + text);
        }
    }

    private static void fill(Tables tables) throws SQLException {
        for (String noun : UNSEEN) {
            tables.execute("INSERT INTO " + table(noun) + " (owner, name) VALUES ('" + Site.ORGANIZATION + "', 'seed')");
        }
        for (String noun : OWNED) {
            fill(tables, noun, "owner");
        }
        for (String noun : OF_ORGANIZATION) {
            fill(tables, noun, "organization");
        }
        for (String noun : IN_BOTH) {
            fill(tables, noun, "owner", "organization");
        }
        // each group has a member
        tables.execute("INSERT INTO iam_user_groups (owner, name, element) SELECT owner, name, CONCAT(owner, '/', name) FROM iam_user WHERE owner IN ('bench" + SMALL + "', 'bench" + LARGE + "')");
        tables.analyze("iam_user_groups");
    }

    private static String table(String noun) {
        return "iam_" + noun.replace('-', '_');
    }

    private static void fill(Tables tables, String noun, String... scopes) throws SQLException {
        for (int size : new int[] {SMALL, LARGE}) {
            Map<String, String> changed = new LinkedHashMap<>(Map.of("name", "CONCAT('" + size + "n', #)", "created_time",
                    "CONCAT('20', 10 + MOD(# * 7, 10), '-0', 1 + MOD(#, 9), '-1', MOD(# * 3, 10), 'T1', MOD(#, 7), ':', 10 + MOD(# * 11, 49), ':', 10 + MOD(#, 47), 'Z')"));
            for (String scope : scopes) {
                changed.put(scope, "'bench" + size + "'");
            }
            if (noun.equals("user")) {
                changed.put("email", "CONCAT('" + size + "n', #, '@example.com')");
            } else if (noun.equals("record")) {
                changed.put("id", size + "000 + #");
            } else if (noun.equals("application")) {
                changed.put("client_id", "CONCAT('" + size + "n', #)");
            } else if (noun.equals("resource")) {
                changed.put("user_", "CONCAT('u', MOD(#, 1000))");
            }
            tables.copy(table(noun), "1 = 1", changed, size);
        }
        tables.analyze(table(noun));
    }

    private void measure() {
        for (String noun : OWNED) {
            measure(noun, "owner=");
        }
        for (String noun : OF_ORGANIZATION) {
            measure(noun, "owner=admin&organization=");
        }
        measure("record", "organizationName=");
        measure("webhook-event", "organization=");
    }

    private void measure(String noun, String scope) {
        String path = "/api/get-" + noun + "s?" + credentials + "&pageSize=" + SIZE + "&" + scope;
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("first", "&p=1");
        pages.put("last", "&p=LAST");
        pages.put("by time", "&p=2&sortField=createdTime&sortOrder=ascend");
        pages.put("by name", "&p=2&sortField=name&sortOrder=ascend");
        if (!IN_BOTH.contains(noun)) {
            pages.put("in names", "&p=1&field=name&value=nNUMBER");
        }
        FILTERS.getOrDefault(noun, Map.of()).forEach((name, filter) -> pages.put(name, "&p=1" + filter));
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-13s", noun));
        pages.forEach((name, page) -> {
            double[] small = new double[CALLS];
            double[] large = new double[CALLS];
            for (int i = 0; i < 2 * CALLS; i++) { // in turns, so that what else the machine does slows both; the first half is to warm up
                small[i % CALLS] = milliseconds(path + "bench" + SMALL + page(page, SMALL, i));
                large[i % CALLS] = milliseconds(path + "bench" + LARGE + page(page, LARGE, i));
            }
            line.append(String.format(Locale.ROOT, " %8s %5.2f / %5.2f %4.1f %-4s", name, median(small), median(large), median(large) / median(small),
                    median(large) / median(small) <= MOST ? "" : "OVER"));
        });
        System.out.println(line);
    }

    /** What is searched for is another text each time. */
    private static String page(String page, int rows, int call) {
        return page.replace("LAST", Integer.toString(rows / SIZE)).replace("SIZE", Integer.toString(rows)).replace("NUMBER", Integer.toString(100 + call));
    }

    private double milliseconds(String path) {
        long begin = System.nanoTime();
        wire.get(path).with("\"status\":\"ok\"").with("\"data\":[");
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
