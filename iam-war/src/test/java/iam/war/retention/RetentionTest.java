package iam.war.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.api.entity.Session;
import iam.api.entity.Token;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.data.BrowserSession;
import iam.war.data.Times;
import iam.war.data.UsedId;
import iam.war.testing.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has run out goes, what may still be good stays. */
class RetentionTest {
    private static final int MANY = 1_234;

    private static long daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).toEpochMilli();
    }

    private static Token token(String name, long endsAt) {
        Token token = new Token();
        token.owner = "admin";
        token.name = name;
        token.endsAt = endsAt;
        return token;
    }

    @Test
    void whatHasRunOutGoes() {
        try (Server server = Server.start()) {
            EntityStore store = server.get(EntityStore.class);
            for (int i = 0; i < MANY; i++) {
                store.insert(token("ended" + i, daysAgo(31)));
            }
            List.of(token("unknown", 0), token("yesterday", daysAgo(1)), token("alive", daysAgo(-1))).forEach(store::insert);
            for (int days : new int[] {400, 300}) {
                AuditRecord record = new AuditRecord();
                record.id = days;
                record.createdTime = Times.text(Instant.now().minus(Duration.ofDays(days)));
                store.insert(record);
            }
            UsedId used = new UsedId();
            used.hash = "used";
            used.expiresAt = daysAgo(1);
            store.insert(used);

            server.get(Retention.class).clean();

            EntityType<Token> tokens = EntityType.of(Token.class);
            assertEquals(List.of("alive", "unknown", "yesterday"), store.list(tokens, Query.where().ascending("name")).stream().map(token -> token.name).toList());
            EntityType<AuditRecord> records = EntityType.of(AuditRecord.class);
            assertEquals(List.of(300), store.list(records, Query.where()).stream().map(record -> record.id).toList());
            assertEquals(0, store.count(UsedId.TYPE, Query.where()));
        }
    }

    private static void signIn(EntityStore store, String user, String application, String sid, int daysAgo) {
        BrowserSession session = new BrowserSession();
        session.organization = user.isEmpty() ? "" : "org";
        session.user = user;
        session.application = application;
        session.sid = sid;
        session.expiresAt = daysAgo(daysAgo);
        store.insert(session);
    }

    private static void listed(EntityStore store, String user, String application, String... sids) {
        Session row = new Session();
        row.owner = "org";
        row.name = user;
        row.application = application;
        row.sessionId = List.of(sids);
        store.insert(row);
    }

    @Test
    void sessionsGoWithTheirLists() {
        try (Server server = Server.start()) {
            EntityStore store = server.get(EntityStore.class);
            for (int i = 0; i < MANY; i++) {
                signIn(store, "user" + i, "app", "of" + i, 1);
                listed(store, "user" + i, "app", "of" + i);
            }
            signIn(store, "ann", "app", "old", 1);
            signIn(store, "ann", "app", "new", -1);
            listed(store, "ann", "app", "old", "new", "unknown");
            signIn(store, "ann", "other", "elsewhere", 1);
            listed(store, "ann", "other", "elsewhere");
            listed(store, "bob", "app", "his");
            signIn(store, "", "", "nobody", 1);

            server.get(Retention.class).clean();

            assertEquals(List.of("new"), store.list(BrowserSession.TYPE, Query.where()).stream().map(session -> session.sid).toList());
            assertEquals(List.of("ann [new, unknown]", "bob [his]"),
                    store.list(EntityType.of(Session.class), Query.where().ascending("name")).stream().map(row -> row.name + " " + row.sessionId).toList());
        }
    }
}
