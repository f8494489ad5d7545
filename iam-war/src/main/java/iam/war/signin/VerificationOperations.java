package iam.war.signin;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.account.UserRules;
import iam.war.authn.Callers;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.Phones;
import iam.war.factor.VerificationCodes;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Verification codes: sending one, showing one to reset a forgotten password, and changing the own e-mail address or phone number with one. */
@Component
final class VerificationOperations implements Operations {
    /** What the browser's session remembers of a code that was right. */
    static final String VERIFIED_CODE = "verifiedCode";
    /** For whom it was right. */
    static final String VERIFIED_USER = "verifiedUser";
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final long SESSION_MILLIS = 15 * 60_000L;

    private final EntityStore store;
    private final Directory directory;
    private final VerificationCodes codes;
    private final UserRules rules;
    private final Sessions sessions;
    private final SecondStep secondStep;

    @Inject
    VerificationOperations(EntityStore store, Directory directory, VerificationCodes codes, UserRules rules, Sessions sessions, SecondStep secondStep) {
        this.store = store;
        this.directory = directory;
        this.codes = codes;
        this.rules = rules;
        this.sessions = sessions;
        this.secondStep = secondStep;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/api/send-verification-code", "Sends a code to an e-mail address or phone number").access(Access.ANYONE)
                        .form("dest", "type", "countryCode", "applicationId", "method", "checkUser", "captchaType", "clientSecret", "captchaToken").run(this::send),
                Operation.of("POST", "/api/verify-code", "Checks a code before a forgotten password is set").access(Access.ANYONE).takes(LoginForm.class).run(this::verify),
                Operation.of("POST", "/api/reset-email-or-phone", "Changes the own e-mail address or phone number").access(Access.USER).query("userId").form("type", "dest", "code").run(this::reset));
    }

    private Envelope send(Call call) {
        Request request = call.request();
        String id = request.formParameter("applicationId");
        Application application = directory.application(Ids.pair(id)[1]).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, id));
        String receiver = receiver(call, application);
        if (receiver.isEmpty()) {
            throw new ApiException(Message.MISSING_PARAMETER);
        }
        codes.send(application, receiver, directory.userByLogin(application.organization, receiver), request.remoteAddress());
        return Envelope.ok(null);
    }

    /** Where the code goes: to what was typed, or to the address of the user who was named. */
    private String receiver(Call call, Application application) {
        Request request = call.request();
        boolean email = request.formParameter("type").equals("email");
        String dest = request.formParameter("dest");
        return switch (request.formParameter("method")) {
            case "forget" -> own(directory.userByLogin(application.organization, request.formParameter("checkUser").isEmpty() ? dest : request.formParameter("checkUser")), dest, email);
            case "login" -> own(directory.userByLogin(application.organization, dest), dest, email);
            case "mfaAuth" -> own(secondStep.pending(request).map(PendingSignins.Pending::user), dest, email);
            default -> normalized(dest, request.formParameter("countryCode"), email);
        };
    }

    private static String own(Optional<User> user, String dest, boolean email) {
        User found = user.filter(Callers::active).orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, dest));
        return email ? found.email : found.phone.isEmpty() ? "" : Phones.e164(found.phone, found.countryCode);
    }

    private static String normalized(String dest, String country, boolean email) {
        if (email) {
            if (!UserRules.email(dest)) {
                throw new ApiException(Message.EMAIL_INVALID);
            }
            return dest.toLowerCase(Locale.ROOT);
        }
        Phones.national(dest, country).orElseThrow(() -> new ApiException(Message.PHONE_INVALID));
        return Phones.e164(dest, country);
    }

    /** The web UI names the user in {@code name}, as {@code username} the address, masked as it was told, and as {@code type} that of a sign-in. */
    private Envelope verify(Call call) {
        LoginForm form = call.request().body().json(LoginForm.class);
        Application application = directory.application(form.application).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, form.application));
        String login = form.name.isEmpty() ? form.username : form.name;
        User user = directory.userByLogin(application.organization, login).filter(Callers::active)
                .orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, application.organization + "/" + login));
        boolean email = form.type.equals("email") || !form.type.equals("phone") && form.username.indexOf('@') >= 0;
        codes.use(user.owner, own(Optional.of(user), form.username, email), form.code);
        BrowserSession session = new BrowserSession();
        session.expiresAt = System.currentTimeMillis() + SESSION_MILLIS;
        session.data = Map.of(VERIFIED_CODE, form.code, VERIFIED_USER, user.id());
        call.session(sessions.open(call.request(), session).cookie());
        return Envelope.ok(null);
    }

    private Envelope reset(Call call) {
        Request request = call.request();
        User user = target(call);
        boolean email = request.formParameter("type").equals("email");
        User changed = USER.copy(user);
        String receiver = normalized(request.formParameter("dest"), user.countryCode, email);
        if (email) {
            changed.email = receiver;
            changed.emailVerified = true;
        } else {
            changed.phone = request.formParameter("dest");
        }
        rules.check(directory.organization(user.owner).orElseThrow(() -> new ApiException(Message.ORGANIZATION_DOES_NOT_EXIST)), changed, user);
        codes.use(user.owner, receiver, request.formParameter("code"));
        store.inTransaction(() -> {
            store.update(USER, USER.keyOf(user), changed, email ? List.of("email", "emailVerified") : List.of("phone"));
            rules.claim(changed, user);
            return null;
        });
        return Envelope.ok(null);
    }

    private User target(Call call) {
        Caller caller = call.caller();
        String id = call.request().query("userId").isEmpty() ? caller.id() : call.request().query("userId");
        String[] key = Ids.pair(id);
        if (!caller.is(key[0], key[1]) && !caller.administers(key[0])) {
            throw new ApiException(Message.UNAUTHORIZED_OPERATION);
        }
        return directory.user(key[0], key[1]).orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, id));
    }
}
