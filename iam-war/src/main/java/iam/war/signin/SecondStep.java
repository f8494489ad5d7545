package iam.war.signin;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.PasswordCheck;
import iam.war.authn.UsedIds;
import iam.war.crypto.Randoms;
import iam.war.factor.SecondFactors;
import iam.war.factor.VerificationCodes;
import iam.war.operation.Call;
import iam.war.operation.Request;
import iam.war.signin.PendingSignins.Pending;
import iam.war.signin.PendingSignins.Step;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The step between password and session for users with a second factor. */
@Component
public final class SecondStep {
    private static final String COOKIE = "iam_mfa";
    private static final String PURPOSE = "mfa-remember";

    private final PendingSignins pendings;
    private final SecondFactors factors;
    private final VerificationCodes codes;
    private final PasswordCheck passwords;
    private final UsedIds usedIds;

    @Inject
    SecondStep(PendingSignins pendings, SecondFactors factors, VerificationCodes codes, PasswordCheck passwords, UsedIds usedIds) {
        this.pendings = pendings;
        this.factors = factors;
        this.codes = codes;
        this.passwords = passwords;
        this.usedIds = usedIds;
    }

    /** Whether the user has to show a second factor in this browser. */
    public boolean due(Request request, User user) {
        return Callers.hasSecondFactor(user) && request.cookie(COOKIE).filter(value -> usedIds.marked(PURPOSE, user.id() + " " + value)).isEmpty();
    }

    /** Remembers in the browser's session whose second factor is awaited. */
    public Pending begin(Call call, String application, User user) {
        return pendings.begin(call, Step.SECOND_FACTOR, application, user, Map.of());
    }

    /** The sign-in that waits in this browser for a second factor. */
    public Optional<Pending> pending(Request request) {
        return pendings.find(request).filter(pending -> pending.step() == Step.SECOND_FACTOR);
    }

    /** The factor that a user means who names this one, or none. */
    public String factor(User user, String named) {
        String wanted = !named.isEmpty() ? named : user.preferredMfaType.isEmpty() ? SecondFactors.APP : user.preferredMfaType;
        if (factors.offered(user).stream().noneMatch(props -> props.mfaType.equals(wanted))) {
            throw new ApiException(Message.MFA_TYPE_INVALID);
        }
        return wanted;
    }

    /** Sends the user a code for a factor that takes codes. */
    public void send(Application application, Pending pending, String type, String remoteAddress) {
        codes.send(application, SecondFactors.receiver(pending.user(), factor(pending.user(), type)), Optional.of(pending.user()), remoteAddress);
    }

    /**
     * Checks the second factor, and ends the wait for it. Wrong ones count as wrong passwords do.
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
            passwords.counted(user, () -> factors.recover(user, recoveryCode));
        } else {
            String wanted = factor(user, type);
            passwords.counted(user, () -> factors.check(user, wanted, passcode));
            if (remember) {
                remember(call, user);
            }
        }
        pendings.end(pending);
    }

    private void remember(Call call, User user) {
        String value = Randoms.base64Url(24);
        Duration time = Duration.ofHours(factors.rememberHours(user));
        usedIds.mark(PURPOSE, user.id() + " " + value, time);
        boolean secure = call.request().base().startsWith("https:");
        call.cookie(COOKIE + "=" + value + "; Path=/; Max-Age=" + time.toSeconds() + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
    }
}
