package iam.war.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.api.entity.Role;
import iam.spi.store.EntityStore;
import iam.war.data.Times;
import iam.war.testing.TestServer;
import jakarta.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures of an organization's start page. */
class DashboardTest {
    private final TestServer server = TestServer.get();

    @Test
    void daysAddUpToWhatThereIs() {
        EntityStore store = server.bean(EntityStore.class);
        for (long hours : new long[] {0, 1, 24, 25, 48, 31 * 24 + 1, 9000}) {
            Role role = new Role();
            role.owner = "dashboard";
            role.name = "r" + hours;
            role.createdTime = Times.text(Instant.now().minus(Duration.ofHours(hours)));
            store.insert(role);
        }
        JsonArray counts = server.get(TestServer.ROOT, "get-dashboard?owner=dashboard").getJsonObject("data").getJsonArray("roleCounts");
        List<Integer> sums = IntStream.range(0, counts.size()).mapToObj(counts::getInt).toList();
        assertEquals(31, sums.size());
        assertEquals(List.of(2, 2, 3), List.of(sums.get(0), sums.get(27), sums.get(28)));
        assertEquals(List.of(5, 7), List.of(sums.get(29), sums.get(30)));
    }
}
