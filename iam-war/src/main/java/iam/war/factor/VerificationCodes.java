package iam.war.factor;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.api.entity.Provider;
import iam.api.entity.User;
import iam.api.entity.Verification;
import iam.spi.sender.OutgoingMessage.Channel;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.crypto.Randoms;
import iam.war.data.Directory;
import iam.war.data.Times;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sends codes to addresses and numbers, and checks what users type of them: once, for ten minutes, five tries a code. */
@Component
public final class VerificationCodes {
    private static final EntityType<Verification> VERIFICATION = EntityType.of(Verification.class);
    private static final int DIGITS = 6;
    private static final int MINUTES = 10;
    private static final int TRIES = 5;
    private static final int DEFAULT_WAIT = 60;

    private final EntityStore store;
    private final Directory directory;
    private final Senders senders;

    @Inject
    VerificationCodes(EntityStore store, Directory directory, Senders senders) {
        this.store = store;
        this.directory = directory;
        this.senders = senders;
    }

    /**
     * Sends a code.
     *
     * @param application the application that it is for: its mail or SMS service is used
     * @param receiver an e-mail address, or a phone number as E.164
     * @param user whose address it is; empty when nobody has it yet
     * @param remoteAddress the client that asks for it
     * @throws ApiException when it is too soon for another one, or nobody can send it
     */
    public void send(Application application, String receiver, Optional<User> user, String remoteAddress) {
        int wait = application.codeResendTimeout > 0 ? application.codeResendTimeout : DEFAULT_WAIT;
        long now = System.currentTimeMillis();
        latest(receiver).ifPresent(last -> {
            long left = wait - (now - last.sentAt) / 1000;
            if (left > 0) {
                throw new ApiException(Message.VERIFICATION_CODE_TOO_SOON, left);
            }
        });
        Channel channel = Senders.channel(receiver);
        Optional<Provider> service = senders.service(application, channel);
        String code = Randoms.text("0123456789", DIGITS);
        Verification row = new Verification();
        row.owner = application.organization;
        row.name = UUID.randomUUID().toString();
        row.createdTime = Times.now();
        row.remoteAddr = remoteAddress;
        row.type = channel == Channel.EMAIL ? "email" : "phone";
        row.user = user.map(User::id).orElse("");
        row.provider = service.map(found -> found.name).orElse("");
        row.receiver = receiver;
        row.code = hash(receiver, code);
        row.time = now / 1000;
        row.sentAt = now;
        row.expiresAt = now + Duration.ofMinutes(MINUTES).toMillis();
        store.insert(row);
        senders.send(service, channel, receiver, "Verification code", "Your verification code is " + code + ". It is valid for " + MINUTES + " minutes.");
    }

    private static String hash(String receiver, String code) {
        return Digests.sha256Hex(receiver + " " + code);
    }

    private Optional<Verification> latest(String receiver) {
        return store.list(VERIFICATION, Query.where(equal("receiver", receiver)).descending("sentAt").window(0, 1)).stream().findFirst();
    }

    /**
     * Checks a code without using it up.
     *
     * @throws ApiException when it is not the latest one for the receiver, too old, used, or tried too often
     */
    public void check(String organization, String receiver, String code) {
        if (master(organization, code)) {
            return;
        }
        Verification row = latest(receiver).filter(found -> !found.isUsed).orElseThrow(() -> new ApiException(Message.VERIFICATION_CODE_NOT_SENT));
        if (row.expiresAt < System.currentTimeMillis()) {
            throw new ApiException(Message.VERIFICATION_CODE_EXPIRED, MINUTES);
        }
        if (!tried(row) || !Digests.same(row.code, hash(receiver, code))) {
            throw new ApiException(Message.VERIFICATION_CODE_WRONG);
        }
    }

    /** Counts a try before it is judged, so that tries at the same time are counted, too; false when there were too many. */
    private boolean tried(Verification row) {
        for (int tries = row.wrongTimes; tries < TRIES; tries++) {
            if (store.updateAll(VERIFICATION, key(row).and(equal("wrongTimes", tries)), Map.of("wrongTimes", tries + 1)) == 1) {
                return true;
            }
        }
        return false;
    }

    /** Checks a code and uses it up: of several requests at the same time one succeeds. */
    public void use(String organization, String receiver, String code) {
        check(organization, receiver, code);
        if (!master(organization, code) && latest(receiver).filter(row -> store.updateAll(VERIFICATION, key(row).and(equal("isUsed", false)), Map.of("isUsed", true)) == 1).isEmpty()) {
            throw new ApiException(Message.VERIFICATION_CODE_WRONG);
        }
    }

    private static Query key(Verification row) {
        return Query.where(List.of(equal("owner", row.owner), equal("name", row.name)));
    }

    /** A code that an administrator has set for his organization, for tests of its own. */
    private boolean master(String organization, String code) {
        return directory.organization(organization).map((Organization found) -> found.masterVerificationCode).filter(master -> !master.isEmpty() && Digests.same(master, code)).isPresent();
    }
}
