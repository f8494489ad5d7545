package iam.war.signin;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.Sessions;
import iam.war.authn.UsedIds;
import iam.war.crypto.Randoms;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.factor.SecondFactors;
import iam.war.operation.Call;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The step between password and session for users with a second factor. Until it is done, the browser's session belongs to nobody. */
@Component
public final class SecondStep {
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final String USER = "mfaUser";
    private static final String APPLICATION = "mfaApplication";
    private static final String COOKIE = "iam_mfa";
    private static final String PURPOSE = "mfa-remember";

    private final Directory directory;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final UsedIds usedIds;

    @Inject
    SecondStep(Directory directory, Sessions sessions, SecondFactors factors, UsedIds usedIds) {
        this.directory = directory;
        this.sessions = sessions;
        this.factors = factors;
        this.usedIds = usedIds;
    }

    /**
     * A sign-in that waits for its second factor.
     *
     * @param user who has shown his password
     * @param application what he signs in to
     */
    public record Pending(User user, String application) {
    }

    /** Whether the user has to show a second factor in this browser. */
    public boolean due(Request request, User user) {
        return Callers.hasSecondFactor(user) && request.cookie(COOKIE).filter(value -> usedIds.marked(PURPOSE, user.id() + " " + value)).isEmpty();
    }

    /** Remembers in the browser's session whose second factor is awaited. */
    public void begin(Call call, String application, User user) {
        BrowserSession session = new BrowserSession();
        session.expiresAt = System.currentTimeMillis() + TIME.toMillis();
        session.data = Map.of(USER, user.id(), APPLICATION, application);
        call.session(sessions.open(call.request(), session).cookie());
    }

    /** The sign-in that waits in this browser. */
    public Optional<Pending> pending(Request request) {
        return sessions.of(request).filter(session -> !session.remembered(USER).isEmpty()).flatMap(session -> {
            String[] key = session.remembered(USER).split("/", 2);
            return directory.user(key[0], key[1]).filter(Callers::active).map(user -> new Pending(user, session.remembered(APPLICATION)));
        });
    }

    /**
     * Checks the second factor.
     *
     * @param type the factor; empty for the preferred one
     * @param passcode what was typed; empty when a recovery code was
     * @param recoveryCode a recovery code; empty when a passcode was typed
     * @param remember whether this browser need not show it again for a while
     * @throws ApiException when it is wrong
     */
    public void finish(Call call, Pending pending, String type, String passcode, String recoveryCode, boolean remember) {
        User user = pending.user();
        if (!recoveryCode.isEmpty()) {
            factors.recover(user, recoveryCode);
            return;
        }
        String wanted = type.isEmpty() ? user.preferredMfaType.isEmpty() ? "app" : user.preferredMfaType : type;
        if (factors.offered(user).stream().noneMatch(props -> props.mfaType.equals(wanted))) {
            throw new ApiException(Message.MFA_TYPE_INVALID);
        }
        factors.check(user, wanted, passcode);
        if (remember) {
            remember(call, user);
        }
    }

    private void remember(Call call, User user) {
        String value = Randoms.base64Url(24);
        Duration time = Duration.ofHours(factors.rememberHours(user));
        usedIds.mark(PURPOSE, user.id() + " " + value, time);
        boolean secure = call.request().base().startsWith("https:");
        call.cookie(COOKIE + "=" + value + "; Path=/; Max-Age=" + time.toSeconds() + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
    }
}
