package iam.war.factor;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.MfaProps;
import iam.api.entity.User;
import iam.spi.factor.SecondFactor;
import iam.war.Component;
import iam.war.account.UserRules;
import iam.war.account.UserView;
import iam.war.authn.UsedIds;
import iam.war.data.Directory;
import iam.war.data.Phones;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Request;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Enrolment of second factors, by the user himself or an administrator. A factor is switched on only after a passcode of it was right. */
@Component
final class MfaOperations implements Operations {
    private static final Duration VERIFIED = Duration.ofMinutes(15);

    private final Directory directory;
    private final SecondFactors factors;
    private final VerificationCodes codes;
    private final UsedIds usedIds;

    @Inject
    MfaOperations(Directory directory, SecondFactors factors, VerificationCodes codes, UsedIds usedIds) {
        this.directory = directory;
        this.factors = factors;
        this.codes = codes;
        this.usedIds = usedIds;
    }

    @Override
    public List<Operation> operations() {
        Target user = Target.lookedUp("user owner name", call -> new Subject(call.request().formParameter("owner"), call.request().formParameter("name")));
        return List.of(
                Operation.of("POST", "/api/mfa/setup/initiate", "Begins the enrolment of a second factor").access(Access.SELF_OR_ADMIN).target(user).form("owner", "name", "mfaType").run(this::initiate),
                Operation.of("POST", "/api/mfa/setup/verify", "Checks a passcode of a factor before it is enrolled").access(Access.SIGNED_IN)
                        .form("mfaType", "passcode", "secret", "dest", "countryCode").run(this::verify),
                Operation.of("POST", "/api/mfa/setup/enable", "Enrols a second factor").access(Access.SELF_OR_ADMIN).target(user)
                        .form("owner", "name", "mfaType", "secret", "dest", "countryCode", "recoveryCodes").run(this::enable),
                Operation.of("POST", "/api/delete-mfa", "Switches the second factors of a user off").access(Access.SELF_OR_ADMIN).target(user).form("owner", "name").run(this::delete),
                Operation.of("POST", "/api/set-preferred-mfa", "Sets the factor that is asked for first").access(Access.SELF_OR_ADMIN).target(user).form("owner", "name", "mfaType").run(this::prefer));
    }

    private User user(Request request) {
        String owner = request.formParameter("owner");
        String name = request.formParameter("name");
        return directory.user(owner, name).filter(user -> !user.isDeleted).orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, owner + "/" + name));
    }

    private Envelope initiate(Call call) {
        User user = user(call.request());
        String type = call.request().formParameter("mfaType");
        MfaProps props = new MfaProps();
        props.mfaType = type;
        props.mfaRememberInHours = factors.rememberHours(user);
        props.recoveryCodes = List.of(SecondFactors.recoveryCode());
        if (!type.equals("sms") && !type.equals("email")) {
            SecondFactor.Enrolment enrolment = factors.enrol(user, type);
            props.secret = enrolment.secret();
            props.url = enrolment.url();
        }
        return Envelope.ok(props);
    }

    private Envelope verify(Call call) {
        Request request = call.request();
        String type = request.formParameter("mfaType").isEmpty() ? "app" : request.formParameter("mfaType");
        String passcode = request.formParameter("passcode");
        if (type.equals("sms") || type.equals("email")) {
            String dest = request.formParameter("dest");
            String receiver = type.equals("sms") ? Phones.e164(dest, request.formParameter("countryCode")) : dest.toLowerCase(Locale.ROOT);
            codes.use(call.caller().organization(), receiver, passcode);
            usedIds.mark(purpose(call, type), dest, VERIFIED);
        } else if (factors.factor(type).verify(request.formParameter("secret"), passcode).isPresent()) {
            usedIds.mark(purpose(call, type), request.formParameter("secret"), VERIFIED);
        } else {
            throw new ApiException(Message.VERIFICATION_CODE_WRONG);
        }
        return Envelope.ok("OK");
    }

    /** What somebody has shown to work is not good for another one. */
    private static String purpose(Call call, String type) {
        return "mfa-" + type + " " + call.caller().id();
    }

    private Envelope enable(Call call) {
        Request request = call.request();
        User user = user(request);
        String type = request.formParameter("mfaType");
        boolean message = type.equals("sms") || type.equals("email");
        String shown = message ? request.formParameter("dest") : request.formParameter("secret");
        if (shown.isEmpty() || !usedIds.marked(purpose(call, type), shown)) {
            throw new ApiException(Message.MFA_NOT_INITIATED);
        }
        if (type.equals("email") && !UserRules.email(shown)) {
            throw new ApiException(Message.EMAIL_INVALID);
        }
        factors.enable(user, type, request.formParameter("secret"), message ? shown : "", List.of(request.formParameter("recoveryCodes").split(",")));
        return Envelope.ok("OK");
    }

    private Envelope delete(Call call) {
        User user = user(call.request());
        factors.disable(user);
        return Envelope.ok(UserView.secondFactors(user));
    }

    private Envelope prefer(Call call) {
        User user = user(call.request());
        factors.prefer(user, call.request().formParameter("mfaType"));
        return Envelope.ok(UserView.secondFactors(user));
    }
}
