package iam.war.resource;

import static iam.war.testing.Fixture.affected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.war.testing.CountingStore;
import iam.war.testing.Fixture;
import iam.war.testing.TestServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists cost, in calls of the store, each of which is one statement (StatementsTest of the JPA store). */
class ListCostTest {
    private static final Fixture FIXTURE = new Fixture();
    private static final List<String> OWNED = List.of("adapter", "agent", "cert", "coupon", "enforcer", "entry", "form", "group", "invitation", "key", "model", "order", "payment", "permission",
            "plan", "pricing", "product", "provider", "resource", "role", "rule", "server", "session", "site", "subscription", "ticket", "transaction", "user");
    private static final List<String> OF_ORGANIZATION = List.of("application", "syncer", "token", "webhook");
    private static final String PAGE = "&p=1&pageSize=50";

    @ParameterizedTest
    @ValueSource(strings = {"get-users?owner=@", "get-users?owner=@&groupName=g", "get-tokens?owner=admin&organization=@", "get-sessions?owner=@", "get-records?organizationName=@", "get-roles?owner=@",
        "get-webhooks?organization=@", "get-webhook-events?organization=@", "get-verifications?owner=@", "get-providers?owner=@", "get-certs?owner=@"})
    void costsOneStatement(String path) {
        boolean any = !FIXTURE.list(FIXTURE.boss, path).isEmpty();
        int before = CountingStore.calls();
        FIXTURE.list(FIXTURE.boss, path);
        assertEquals(1, CountingStore.calls() - before);
        FIXTURE.list(FIXTURE.boss, path + "&p=1&pageSize=1");
        assertEquals(any ? 3 : 2, CountingStore.calls() - before, "the total, and the page unless nothing fits");
    }

    private static Stream<String> nouns() {
        return Stream.concat(OWNED.stream(), OF_ORGANIZATION.stream());
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void costsTheSameForAnyNumberOfRows(String noun) {
        String path = path(noun);
        add(noun, 0);
        int all = cheapest(path);
        int page = cheapest(path + PAGE);
        int before = FIXTURE.list(FIXTURE.boss, path).size();
        IntStream.range(1, 6).forEach(number -> add(noun, number));
        assertEquals(before + 5, FIXTURE.list(FIXTURE.boss, path + PAGE).size());
        assertEquals(all, cheapest(path));
        assertEquals(page, cheapest(path + PAGE));
    }

    private static String path(String noun) {
        String plural = noun.endsWith("ry") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return "get-" + plural + (OF_ORGANIZATION.contains(noun) ? "?owner=admin&organization=@" : "?owner=@");
    }

    private static void add(String noun, int number) {
        String owner = OF_ORGANIZATION.contains(noun) ? "admin" : "@";
        JsonObject answer = FIXTURE.post(TestServer.ROOT, "add-" + noun, "{'owner':'" + owner + "','organization':'@','name':'@-" + noun + number + "','displayName':'D','application':'app-@','user':'ann',"
                + "'type':'normal-user','parentId':'@'" + (noun.equals("application") ? ",'providers':[{'name':'@-provider" + number + "'}]" : "") + ",'createdTime':'2025-01-01T00:00:00Z'}");
        assertEquals("ok", answer.getString("status"), answer::toString);
        if (noun.equals("group")) {
            FIXTURE.user("in" + number, ",'groups':['@/@-group" + number + "','@/@-group0']");
        }
    }

    /** Some rows are remembered for a second. */
    private static int cheapest(String path) {
        return IntStream.range(0, 3).map(call -> {
            int before = CountingStore.calls();
            FIXTURE.list(FIXTURE.boss, path);
            return CountingStore.calls() - before;
        }).min().orElseThrow();
    }

    @Test
    void groupsKnowTheirMembers() {
        Fixture fixture = new Fixture();
        List.of("a", "b", "c").forEach(name -> affected(fixture.post(fixture.boss, "add-group", "{'owner':'@','name':'" + name + "','parentId':'@'}")));
        fixture.user("one", ",'groups':['@/a','@/b']");
        fixture.user("two", ",'groups':['@/b']");
        JsonArray groups = fixture.list(fixture.boss, "get-groups?owner=@" + PAGE);
        Map<String, Set<String>> members = new TreeMap<>();
        groups.getValuesAs(JsonObject.class).forEach(group -> members.put(group.getString("name"),
                group.isNull("users") ? Set.of() : group.getJsonArray("users").getValuesAs(JsonString.class).stream().map(JsonString::getString).collect(Collectors.toSet())));
        assertEquals(Map.of("a", Set.of(fixture.text("@/one")), "b", Set.of(fixture.text("@/one"), fixture.text("@/two")), "c", Set.of()), members);
        assertEquals(2, fixture.object(fixture.boss, "get-group?id=@/b").getJsonArray("users").size());
    }
}
