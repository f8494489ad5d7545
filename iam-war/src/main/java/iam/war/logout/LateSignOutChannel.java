package iam.war.logout;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.in;
import static iam.spi.store.Condition.less;

import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.LateSignOut;
import iam.war.data.OutboxMessage;
import iam.war.outbox.Channel;
import iam.war.outbox.Outbox;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Does what a sign-out of very many sessions or tokens has left to do: writes the messages to those who have to know, and ends the rows, in batches. It is a
 * channel of the outbox, since a message there commits with the sign-out, survives a crash, and is worked on by one node at a time.
 */
@Component
final class LateSignOutChannel implements Channel {
    private static final String ID = "sign-out";
    private static final String RECEIVER = "late";
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EntityStore store;
    private final Directory directory;
    private final Outbox outbox;
    private final SignedIn signedIn;
    private final LogoutMessages messages;

    @Inject
    LateSignOutChannel(EntityStore store, Directory directory, Outbox outbox, SignedIn signedIn, LogoutMessages messages) {
        this.store = store;
        this.directory = directory;
        this.outbox = outbox;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @Override
    public String id() {
        return ID;
    }

    /** Leaves a sign-out to the worker, in the transaction of the caller; from its commit on the rows count as ended. */
    void add(SsoLogout.Ending ending) {
        OutboxMessage message = Outbox.message(ID, RECEIVER, ending.user().owner, "sso-logout");
        LateSignOut late = new LateSignOut();
        late.id = message.id;
        late.organization = ending.user().owner;
        late.user = ending.user().name;
        late.signedOutAt = message.createdAt;
        store.insert(late);
        outbox.add(message, Map.of("sid", ending.sid(), "application", ending.application().map(application -> application.name).orElse(""),
                "tokenHash", ending.tokenHash(), "issuer", ending.issuer()));
    }

    @Override
    public void deliver(OutboxMessage message, String document) {
        Optional<LateSignOut> found = store.find(LateSignOut.TYPE, EntityKey.of(message.id));
        if (found.isPresent()) {
            LateSignOut late = found.get();
            directory.user(late.organization, late.user).ifPresent(user -> end(user, late, message));
            store.delete(LateSignOut.TYPE, Query.where(equal("id", late.id)));
        }
    }

    private void end(User user, LateSignOut late, OutboxMessage message) {
        List<Token> tokens = signedIn.tokensUntil(user, late.signedOutAt);
        store.inTransaction(() -> {
            if (store.updateAll(LateSignOut.TYPE, Query.where(equal("id", late.id), equal("told", false)), Map.of("told", true)) == 1) {
                messages.everywhere(ending(user, message), tokens, signedIn.sessionsUntil(user, late.signedOutAt));
            }
            return null;
        });
        endTokens(tokens);
        Query sessions = Query.where(equal("organization", user.owner), equal("user", user.name), less("createdAt", late.signedOutAt + 1)).ascending("user").window(0, BATCH);
        int ended;
        do {
            ended = store.delete(BrowserSession.TYPE, sessions);
        } while (ended == BATCH);
    }

    private SsoLogout.Ending ending(User user, OutboxMessage message) {
        BrowserSession session = new BrowserSession();
        session.sid = message.detail("sid");
        return new SsoLogout.Ending(user, session.sid.isEmpty() ? Optional.empty() : Optional.of(session), directory.application(message.detail("application")),
                message.detail("tokenHash"), message.detail("issuer"));
    }

    private void endTokens(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i += BATCH) {
            tokens.subList(i, Math.min(i + BATCH, tokens.size())).stream().collect(Collectors.groupingBy(token -> token.owner)).forEach((owner, some) ->
                    store.updateAll(TOKEN, Query.where(equal("owner", owner), in("name", some.stream().map(token -> token.name).toList())), Map.of("expiresIn", 0)));
        }
    }

    /** Nobody but this server is to be waited for, and nothing is given up. */
    @Override
    public Optional<Duration> retry(OutboxMessage message, int failures, Throwable cause) {
        return Optional.of(PAUSE);
    }
}
