package iam.war.page;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.account.Users;
import iam.war.authn.Callers;
import iam.war.authn.PasswordCheck;
import iam.war.authn.SigninGate;
import iam.war.captcha.CaptchaGate;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.factor.SecondFactors;
import iam.war.operation.Call;
import iam.war.signin.Credentials;
import iam.war.signin.LoginForm;
import iam.war.signin.PendingSignins;
import iam.war.signin.PendingSignins.Pending;
import iam.war.signin.PendingSignins.Step;
import iam.war.signin.SecondStep;
import iam.war.signin.SessionOpener;
import iam.war.signin.SigninEffects;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Signs a user in with what he typed on the pages: the same steps as those of {@code /api/login}, in the same order. */
@Component
final class PageSignin {
    /** What an enrolment remembers. */
    static final String SECRET = "secret";
    /** The address that a device reads it from. */
    static final String SECRET_URL = "secretUrl";
    /** What goes with it. */
    static final String RECOVERY_CODE = "recoveryCode";

    private final Directory directory;
    private final Credentials credentials;
    private final PendingSignins pendings;
    private final SecondStep secondStep;
    private final PasswordCheck passwords;
    private final SecondFactors factors;
    private final Users users;
    private final SigninGate gate;
    private final SigninEffects effects;
    private final SessionOpener opener;
    private final CaptchaGate captcha;

    @Inject
    PageSignin(Directory directory, Credentials credentials, PendingSignins pendings, SecondStep secondStep, PasswordCheck passwords, SecondFactors factors, Users users,
            SigninGate gate, SigninEffects effects, SessionOpener opener, CaptchaGate captcha) {
        this.directory = directory;
        this.credentials = credentials;
        this.pendings = pendings;
        this.secondStep = secondStep;
        this.passwords = passwords;
        this.factors = factors;
        this.users = users;
        this.gate = gate;
        this.effects = effects;
        this.opener = opener;
        this.captcha = captcha;
    }

    /**
     * How far a sign-in has come: one of both is there.
     *
     * @param session of the user who is signed in
     * @param pending the sign-in that waits for more
     */
    record Progress(Optional<BrowserSession> session, Optional<Pending> pending) {
        private static Progress waits(Pending pending) {
            return new Progress(Optional.empty(), Optional.of(pending));
        }
    }

    /**
     * Takes the step that a form stands for.
     *
     * @param action the button
     * @throws ApiException that says why not
     */
    Progress take(Call call, Application application, String action) {
        return switch (action) {
            case "signin" -> signIn(call, application);
            case "passcode" -> passcode(call, application);
            case "send" -> send(call, application);
            case "enrol" -> enrol(call, application);
            case "password" -> newPassword(call, application);
            default -> Progress.waits(waiting(call, application));
        };
    }

    /** The sign-in to this application that waits in this browser. */
    Optional<Pending> pending(Call call, Application application) {
        return pendings.find(call.request()).filter(pending -> pending.application().equals(application.name))
                .filter(pending -> pending.step() != Step.SECOND_FACTOR || !factors.offered(pending.user()).isEmpty());
    }

    private Pending waiting(Call call, Application application) {
        Pending pending = pending(call, application).orElseThrow(() -> new ApiException(Message.SESSION_OUTDATED));
        call.recordAs(Callers.user(pending.user(), "", ""));
        return pending;
    }

    private Pending waiting(Call call, Application application, Step step) {
        Pending pending = waiting(call, application);
        if (pending.step() != step) {
            throw new ApiException(Message.SESSION_OUTDATED);
        }
        return pending;
    }

    private static String typed(Call call, String name) {
        return call.request().body().form().getOrDefault(name, "");
    }

    private Progress signIn(Call call, Application application) {
        LoginForm form = new LoginForm();
        form.organization = application.organization;
        form.username = typed(call, "username");
        form.password = typed(call, "password");
        form.captchaType = typed(call, "captchaType");
        form.clientSecret = typed(call, "captchaId");
        form.captchaToken = typed(call, "captchaToken");
        if (form.password.isEmpty()) {
            throw new ApiException(Message.PASSWORD_EMPTY);
        }
        User user = credentials.check(call, application, form);
        if (passwords.enrolmentDue(user)) {
            var enrolment = factors.enrol(user, SecondFactors.APP);
            return Progress.waits(pendings.begin(call, Step.ENROLMENT, application.name, user,
                    Map.of(SECRET, enrolment.secret(), SECRET_URL, enrolment.url(), RECOVERY_CODE, SecondFactors.recoveryCode())));
        }
        return secondStep.due(call.request(), user) ? Progress.waits(secondStep.begin(call, application.name, user)) : enter(call, application, user);
    }

    private Progress passcode(Call call, Application application) {
        Pending pending = waiting(call, application, Step.SECOND_FACTOR);
        secondStep.finish(call, pending, typed(call, "mfaType"), typed(call, "passcode").strip(), typed(call, "recoveryCode").strip(), !typed(call, "remember").isEmpty());
        return enter(call, application, pending.user());
    }

    private Progress send(Call call, Application application) {
        Pending pending = waiting(call, application, Step.SECOND_FACTOR);
        secondStep.send(application, pending, typed(call, "mfaType"), call.request().remoteAddress());
        return Progress.waits(pending);
    }

    private Progress enrol(Call call, Application application) {
        Pending pending = waiting(call, application, Step.ENROLMENT);
        factors.enrolApp(pending.user(), pending.session().remembered(SECRET), typed(call, "passcode").strip(), pending.session().remembered(RECOVERY_CODE));
        pendings.end(pending);
        return enter(call, application, pending.user());
    }

    private Progress newPassword(Call call, Application application) {
        Pending pending = waiting(call, application, Step.NEW_PASSWORD);
        String password = typed(call, "newPassword");
        if (!password.equals(typed(call, "repeated"))) {
            throw new ApiException(Message.PAGE_PASSWORDS_DIFFER);
        }
        users.checkNewPassword(pending.user(), password);
        pendings.end(pending);
        users.changePassword(pending.user(), password, "");
        return enter(call, application, pending.user());
    }

    /** Who he is is known, with all factors: the gate, a new password where one is due, and the session. */
    private Progress enter(Call call, Application application, User user) {
        gate.check(user, application, call.request().remoteAddress());
        if (user.needUpdatePassword) {
            return Progress.waits(pendings.begin(call, Step.NEW_PASSWORD, application.name, user, Map.of()));
        }
        BrowserSession session = effects.admit(user, application, () -> opener.open(call, application, user, false, Map.of()));
        effects.after(user, call.request().remoteAddress());
        return new Progress(Optional.of(session), Optional.empty());
    }

    /** The captcha that the page has to show. */
    Optional<CaptchaGate.Shown> captcha(Call call, Application application) {
        Optional<User> named = directory.userByLogin(application.organization, typed(call, "username")).filter(found -> !found.isDeleted);
        return captcha.shown(application, named, call.request().remoteAddress());
    }

    /** Whether a user who is signed in already may use an application. */
    void check(Call call, User user, Application application) {
        gate.checkSilently(user, application, call.request().remoteAddress());
    }
}
