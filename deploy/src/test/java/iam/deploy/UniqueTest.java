package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.providers.testing.MariaDbServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Of users that are added at the same moment under one name, with one e-mail address or with one phone number, exactly one gets it. */
@ExtendWith(RunningServer.class)
class UniqueTest {
    private static final int CALLS = 12;
    private static final String ADMIN = "username=built-in/admin&password=123";

    @Test
    void onOneServer(Http http) throws Exception {
        check(List.of(http));
    }

    @Slow
    @Test
    void onTwoServersWithOneMariaDb(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(MariaDbServer.available());
        try (MariaDbServer database = MariaDbServer.start(directory)) {
            String url = database.database("iam") + "?user=" + MariaDbServer.USER;
            try (Server first = Server.of(Container.EMBEDDED).with("--db", url).start(); Server second = Server.of(Container.EMBEDDED).with("--db", url).start()) {
                check(List.of(first.http(), second.http()));
            }
        }
    }

    private static void check(List<Http> servers) throws Exception {
        String organization = Fixture.make(servers.get(0), "http://localhost:9999/callback").organization();
        assertEquals(1, added(servers, organization, "name", "same", "tag", "t"));
        assertEquals(1, added(servers, organization, "name", "mail", "email", "one@example.com"));
        assertEquals(1, added(servers, organization, "name", "call", "countryCode", "US", "phone", "2025550143"));
        assertEquals(CALLS, added(servers, organization, "name", "free", "displayName", "no address"));
    }

    /** How many of the calls added a user. Only the name {@code same} stays as it is. */
    private static long added(List<Http> servers, String organization, String... members) throws Exception {
        List<String> answers = Race.run(CALLS, number -> {
            String[] all = java.util.Arrays.copyOf(members, members.length + 2);
            all[1] = members[1].equals("same") ? "same" : members[1] + number;
            all[members.length] = "owner";
            all[members.length + 1] = organization;
            return servers.get(number % servers.size()).postJson("/api/add-user?" + ADMIN, Json.of(all));
        });
        return answers.stream().filter(answer -> answer.contains("\"Affected\"")).count();
    }
}
