package iam.war.logout;

import static iam.spi.store.Condition.equal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.EntityType;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.OutboxMessage;
import iam.war.data.Times;
import iam.war.testing.CountingStore;
import iam.war.testing.Fixture;
import iam.war.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What ends with a sign-out, and what it costs. */
class SsoLogoutTest {
    /** The user may be remembered from the call before, or not. */
    private static final double REMEMBERED = 1;

    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final Fixture fixture = new Fixture();
    private final EntityStore store = TestServer.get().bean(EntityStore.class);

    private void signedIn(int times) {
        User user = new User();
        user.owner = fixture.organization;
        user.name = "ann";
        store.inTransaction(() -> {
            for (int i = 0; i < times; i++) {
                store.insert(session(user));
                store.insert(token(user));
            }
            return null;
        });
    }

    private static BrowserSession session(User user) {
        BrowserSession session = Sessions.make(user, "app-" + user.owner, Duration.ofHours(1));
        session.cookieHash = UUID.randomUUID().toString();
        session.sid = UUID.randomUUID().toString();
        session.createdAt = System.currentTimeMillis();
        return session;
    }

    private static Token token(User user) {
        Token token = new Token();
        token.owner = "admin";
        token.name = UUID.randomUUID().toString();
        token.organization = user.owner;
        token.user = user.name;
        token.application = "app-" + user.owner;
        token.accessTokenHash = token.name;
        token.createdTime = Times.now();
        token.issuedAt = System.currentTimeMillis();
        token.expiresIn = 3600;
        return token;
    }

    private double cost() {
        int before = CountingStore.calls();
        assertEquals("ok", fixture.get(fixture.ann, "sso-logout").getString("status"));
        return CountingStore.calls() - before;
    }

    /** Rows that no sign-out has ended. */
    private long left() {
        return store.count(BrowserSession.TYPE, Query.where(equal("organization", fixture.organization)))
                + store.count(TOKEN, Query.where(equal("organization", fixture.organization), equal("expiresIn", 3600)));
    }

    /** What readers take for good. */
    private long good() {
        return store.list(BrowserSession.TYPE, Query.where(equal("organization", fixture.organization))).size()
                + store.list(TOKEN, Query.where(equal("organization", fixture.organization))).stream().filter(token -> token.expiresIn > 0).count();
    }

    private void await(long rows) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (left() > rows) {
            assertTrue(System.nanoTime() < end, () -> left() + " rows were left");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void costsAsManyStatementsForManySessionsAsForOne() throws InterruptedException {
        signedIn(1);
        double one = cost();
        assertTrue(one <= 14, "one costs " + one);
        assertEquals(0, left());
        for (int many : List.of(100, 10_000)) {
            signedIn(many);
            assertTrue(cost() <= one + REMEMBERED);
            assertEquals(0, good());
            await(0);
        }
    }

    @Test
    void leavesAloneWhatBeganAfterIt() throws InterruptedException {
        signedIn(100);
        cost();
        TimeUnit.MILLISECONDS.sleep(2);
        signedIn(1);
        assertEquals(2, good());
        await(2);
        assertEquals(2, left());
    }

    @Test
    void endsWhatIsLeftAfterACrash() throws InterruptedException {
        signedIn(100);
        try {
            store.inTransaction(() -> {
                cost();
                throw new IllegalStateException("crash");
            });
        } catch (IllegalStateException e) {
            assertEquals(200, good());
        }
        cost();
        assertEquals(0, good());
        await(0);
    }

    @Test
    void endsNothingWhenItFails() {
        signedIn(3);
        try {
            store.inTransaction(() -> {
                fixture.get(fixture.ann, "sso-logout");
                throw new IllegalStateException("crash");
            });
        } catch (IllegalStateException e) {
            assertEquals("crash", e.getMessage());
        }
        assertEquals(6, left());
        assertEquals(0, store.count(OutboxMessage.TYPE, Query.where(equal("organization", fixture.organization))));
    }

    @Test
    void saysNothingMore() {
        signedIn(1);
        assertTrue(fixture.get(fixture.ann, "sso-logout?logoutAll=1").toString().contains("\"data\":\"\""));
    }
}
