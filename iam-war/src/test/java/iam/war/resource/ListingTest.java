package iam.war.resource;

import static iam.war.testing.Fixture.affected;
import static iam.war.testing.Fixture.denied;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.authn.Caller;
import iam.war.testing.Fixture;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages, filters and order of lists. */
class ListingTest {
    private static final Fixture FIXTURE = new Fixture();

    @BeforeAll
    static void prepare() {
        List.of("a", "b%", "c_", "d'", "e").forEach(name -> affected(FIXTURE.post(FIXTURE.boss, "add-webhook",
                "{'owner':'admin','name':'@-" + name.charAt(0) + "','organization':'@','createdTime':'2025-01-0" + (name.charAt(0) - 'a' + 1) + "T00:00:00Z','url':'" + name.replace("'", "\\u0027") + "'}")));
    }

    private static String names(JsonArray rows) {
        return rows.getValuesAs(JsonObject.class).stream().map(row -> row.getString("name").substring(FIXTURE.organization.length() + 1)).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({"'',edcba", "p=1,edcba", "pageSize=2,edcba", "p=1&pageSize=2,ed", "p=3&pageSize=2,a", "p=99&pageSize=2,a", "p=0&pageSize=2,ed", "p=x&pageSize=2,ed", "p=1&pageSize=0,''",
        "p=1&pageSize=-1,edcba", "p=1&pageSize=9&sortField=name&sortOrder=ascend,abcde", "p=1&pageSize=9&sortField=name,edcba", "p=1&pageSize=9&sortField=no%3Bsuch&sortOrder=ascend,abcde",
        "p=1&pageSize=9&sortField=nosuch,edcba", "p=1&pageSize=9&field=url&value=b,b", "p=1&pageSize=9&field=url&value=%25,edcba", "p=1&pageSize=9&field=ur%20l&value=b,edcba",
        "p=1&pageSize=9&field=url&value=B,''", "field=url&value=b,edcba"})
    void answersPages(String query, String expected) {
        assertEquals(expected, names(FIXTURE.list(FIXTURE.boss, "get-webhooks?organization=@&" + query)));
    }

    @Test
    void countsAfterTheFilter() {
        assertEquals(1, FIXTURE.get(FIXTURE.boss, "get-webhooks?organization=@&p=1&pageSize=1&field=url&value=a").getInt("data2"));
        assertEquals(5, FIXTURE.get(FIXTURE.boss, "get-webhooks?organization=@&p=1&pageSize=1").getInt("data2"));
        assertEquals("error", FIXTURE.get(FIXTURE.boss, "get-webhooks?organization=@&p=1&pageSize=x").getString("status"));
    }

    @Test
    void listsLdapServersAtOnce() {
        affected(FIXTURE.post(FIXTURE.boss, "add-ldap", "{'owner':'@','serverName':'s','host':'h','username':'u','password':'p','baseDn':'b'}"));
        JsonObject answer = FIXTURE.get(FIXTURE.boss, "get-ldaps?owner=@&p=1&pageSize=0");
        assertEquals(1, answer.getJsonArray("data").size());
        assertTrue(answer.isNull("data2"));
    }

    @Test
    void namesNobodyByAnEmptyOwner() {
        denied(FIXTURE.get(FIXTURE.boss, "get-users"));
        denied(FIXTURE.get(FIXTURE.boss, "get-users?owner="));
        denied(FIXTURE.get(FIXTURE.ann, "get-users?owner=@"));
        denied(FIXTURE.get(new Fixture().boss, "get-users?owner=@"));
        assertEquals(0, FIXTURE.list(Caller.ANONYMOUS, "get-products").size());
    }
}
