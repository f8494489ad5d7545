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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What ends with a sign-out, and what it costs. */
class SsoLogoutTest {
    /** The user may be remembered from the call before, or not. */
    private static final double REMEMBERED = 1;

    private final Fixture fixture = new Fixture();
    private final EntityStore store = TestServer.get().bean(EntityStore.class);

    private void signedIn(int times) {
        User user = new User();
        user.owner = fixture.organization;
        user.name = "ann";
        store.inTransaction(() -> {
            for (int i = 0; i < times; i++) {
                BrowserSession session = Sessions.make(user, "app-" + user.owner, Duration.ofHours(1));
                session.cookieHash = UUID.randomUUID().toString();
                session.sid = UUID.randomUUID().toString();
                store.insert(session);
                store.insert(token(user));
            }
            return null;
        });
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
        token.expiresIn = 3600;
        return token;
    }

    private double cost() {
        int before = CountingStore.calls();
        assertEquals("ok", fixture.get(fixture.ann, "sso-logout").getString("status"));
        return CountingStore.calls() - before;
    }

    private long left() {
        EntityType<Token> tokens = EntityType.of(Token.class);
        return store.count(BrowserSession.TYPE, Query.where(equal("organization", fixture.organization)))
                + store.count(tokens, Query.where(equal("organization", fixture.organization), equal("expiresIn", 3600)));
    }

    @Test
    void costsAsManyStatementsForManySessionsAsForOne() {
        signedIn(1);
        double one = cost();
        assertTrue(one <= 12, "one costs " + one);
        signedIn(100);
        assertEquals(one, cost(), REMEMBERED);
        signedIn(10_000);
        assertEquals(one, cost(), REMEMBERED);
        assertEquals(0, left());
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
