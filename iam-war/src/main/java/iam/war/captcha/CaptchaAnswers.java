package iam.war.captcha;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.less;

import iam.api.EntityKey;
import iam.spi.captcha.CaptchaContext;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.crypto.Randoms;
import iam.war.data.CaptchaAnswer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The answers of the captchas that were shown, for all nodes: id and answer as hashes only, good once and for five minutes. */
@Component
final class CaptchaAnswers implements CaptchaContext {
    private static final long LIFE = Duration.ofMinutes(5).toMillis();
    private static final long CLEANING = Duration.ofMinutes(1).toMillis();
    private static final int CLEANED = 1000;
    private static final int ID_BYTES = 10;

    private final EntityStore store;
    private final AtomicLong cleaned = new AtomicLong();

    @Inject
    CaptchaAnswers(EntityStore store) {
        this.store = store;
    }

    @Override
    public String keep(String answer) {
        clean();
        CaptchaAnswer row = new CaptchaAnswer();
        String id = Randoms.hex(ID_BYTES);
        row.hash = Digests.sha256Hex(id);
        row.answerHash = Digests.sha256Hex(id + " " + answer);
        row.expiresAt = System.currentTimeMillis() + LIFE;
        store.insert(row);
        return id;
    }

    @Override
    public boolean redeem(String id, String answer) {
        String hash = Digests.sha256Hex(id);
        Optional<CaptchaAnswer> row = store.find(CaptchaAnswer.TYPE, EntityKey.of(hash));
        boolean first = row.isPresent() && store.delete(CaptchaAnswer.TYPE, Query.where(equal("hash", hash))) > 0;
        return first && row.get().expiresAt > System.currentTimeMillis() && Digests.same(row.get().answerHash, Digests.sha256Hex(id + " " + answer));
    }

    private void clean() {
        long now = System.currentTimeMillis();
        long last = cleaned.get();
        if (now - last > CLEANING && cleaned.compareAndSet(last, now)) {
            store.delete(CaptchaAnswer.TYPE, Query.where(less("expiresAt", now)).window(0, CLEANED));
        }
    }
}
