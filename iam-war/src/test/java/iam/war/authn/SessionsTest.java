package iam.war.authn;

import static iam.spi.store.Condition.equal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.Session;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.config.Settings;
import iam.war.data.BrowserSession;
import iam.war.operation.Body;
import iam.war.operation.Request;
import iam.war.testing.TestServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long sessions last, and what their ids are good for. */
class SessionsTest {
    private static final EntityType<Session> ROW = EntityType.of(Session.class);

    private final EntityStore store = TestServer.get().bean(EntityStore.class);
    private final Sessions sessions = with("0");
    private final User user = user();

    private Sessions with(String idleMinutes) {
        Properties properties = new Properties();
        properties.setProperty("iam.inactive-timeout-minutes", idleMinutes);
        return new Sessions(store, new Settings(properties));
    }

    private static User user() {
        User user = new User();
        user.owner = "org-" + UUID.randomUUID();
        user.name = "ann";
        return user;
    }

    private static Request browser(String id, String key) {
        return new Request(new Request.Line("GET", "/api/get-account", "", "http://localhost", "127.0.0.1"), Map.of(),
                Map.of("iam_session_id", id, Sessions.KEY_COOKIE, key), Body.EMPTY);
    }

    private static Request request() {
        return new Request(new Request.Line("POST", "/api/login", "", "http://localhost", "127.0.0.1"), Map.of(), Map.of(), Body.EMPTY);
    }

    private Sessions.Opened open(Duration time) {
        return sessions.open(request(), Sessions.make(user, "app", time));
    }

    private List<String> listed() {
        return store.find(ROW, EntityKey.of(user.owner, user.name, "app")).map(row -> row.sessionId).orElse(List.of());
    }

    @Test
    void anIdIsNoCookie() {
        Sessions.Opened opened = open(Duration.ofHours(1));
        assertEquals(List.of(opened.session().sid), listed());
        String[] idAndKey = opened.cookie().split("\\.");
        assertEquals(opened.session().sid, idAndKey[0]);
        assertTrue(sessions.of(browser(idAndKey[0], idAndKey[1])).isPresent());
        assertTrue(sessions.of(browser(idAndKey[0], "")).isEmpty());
        assertTrue(sessions.of(browser(idAndKey[0], idAndKey[1].replace(idAndKey[1].charAt(0), '.'))).isEmpty());
        assertTrue(sessions.of(browser(opened.session().cookieHash, idAndKey[1])).isEmpty());
    }

    @Test
    void aSessionRunsOut() {
        String[] idAndKey = open(Duration.ofMillis(-1)).cookie().split("\\.");
        assertTrue(sessions.of(browser(idAndKey[0], idAndKey[1])).isEmpty());
    }

    @Test
    void anIdleSessionEnds() {
        BrowserSession session = open(Duration.ofHours(1)).session();
        Sessions strict = with("10");
        session.usedAt -= Duration.ofMinutes(9).toMillis();
        assertTrue(strict.use(session));
        assertTrue(store.find(BrowserSession.TYPE, EntityKey.of(session.sid)).orElseThrow().usedAt > session.usedAt, "the use is written down");
        session.usedAt -= Duration.ofMinutes(2).toMillis();
        assertTrue(sessions.use(session), "no limit is set");
        assertFalse(strict.use(session));
        assertTrue(store.find(BrowserSession.TYPE, EntityKey.of(session.sid)).isEmpty());
        assertEquals(List.of(), listed());
    }

    @Test
    void theRowListsTheNewestHundred() {
        String first = open(Duration.ofHours(1)).session().sid;
        Set<String> last = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            last.add(open(Duration.ofHours(1)).session().sid);
        }
        assertEquals(last, new HashSet<>(listed()));
        assertFalse(listed().contains(first));
        sessions.endAll(user.owner, user.name, "");
        assertEquals(List.of(), listed());
        assertEquals(0, store.count(BrowserSession.TYPE, Query.where(equal("organization", user.owner))));
    }

    @Test
    void allButOneEnd() {
        String kept = open(Duration.ofHours(1)).session().sid;
        open(Duration.ofHours(1));
        sessions.endAll(user.owner, user.name, kept);
        assertEquals(List.of(kept), listed());
    }
}
