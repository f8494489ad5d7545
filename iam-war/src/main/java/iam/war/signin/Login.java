package iam.war.signin;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.SigninMethod;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.PasswordCheck;
import iam.war.authn.Sessions;
import iam.war.captcha.CaptchaGate;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.Phones;
import iam.war.factor.VerificationCodes;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** POST /api/login: finds out who signs in, then lets {@link SigninAnswer} answer by type (contract: oauth.md section 1.1). */
@Component
final class Login implements Operations {
    private final Directory directory;
    private final PasswordCheck passwords;
    private final Sessions sessions;
    private final SecondStep secondStep;
    private final VerificationCodes codes;
    private final CaptchaGate captcha;
    private final OutsideUsers outside;
    private final SigninAnswer answers;

    @Inject
    Login(Directory directory, PasswordCheck passwords, Sessions sessions, SecondStep secondStep, VerificationCodes codes, CaptchaGate captcha, OutsideUsers outside, SigninAnswer answers) {
        this.directory = directory;
        this.passwords = passwords;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.codes = codes;
        this.captcha = captcha;
        this.outside = outside;
        this.answers = answers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("POST", "/api/login", "Signs in").access(Access.ANYONE)
                .query("clientId", "responseType", "redirectUri", "scope", "state", "nonce", "code_challenge_method", "code_challenge", "resource").run(this::login));
    }

    private Envelope login(Call call) {
        LoginForm form = call.request().body().json(LoginForm.class);
        if (!form.username.isEmpty()) {
            return credentials(call, form);
        }
        Optional<SecondStep.Pending> pending = secondStep.pending(call.request());
        if (pending.isPresent() && form.provider.isEmpty()) {
            return secondFactor(call, form, pending.get());
        }
        Optional<BrowserSession> session = sessions.of(call.request()).filter(found -> !found.user.isEmpty() && found.remembered("restricted").isEmpty());
        if (session.isEmpty() || !form.provider.isEmpty()) {
            throw new ApiException(Message.AUTHENTICATION_TYPE_UNKNOWN, "{application: " + form.application + ", type: " + form.type + "}");
        }
        Application application = application(form);
        User user = directory.user(session.get().organization, session.get().user).filter(Callers::active).orElseThrow(() -> new ApiException(Message.SESSION_OUTDATED));
        return answers.answer(call, new Signin(form, application, user, session));
    }

    private Envelope secondFactor(Call call, LoginForm form, SecondStep.Pending pending) {
        form.application = form.application.isEmpty() ? pending.application() : form.application;
        if (!form.application.equals(pending.application())) {
            throw new ApiException(Message.UNAUTHORIZED_OPERATION);
        }
        secondStep.finish(call, pending, form.mfaType, form.passcode, form.recoveryCode, form.enableMfaRemember);
        form.signinMethod = "Password";
        return answers.answer(call, new Signin(form, application(form), pending.user(), Optional.empty()));
    }

    private Application application(LoginForm form) {
        return directory.application(form.application).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, form.application));
    }

    private Envelope credentials(Call call, LoginForm form) {
        Application application = application(form);
        String method = form.signinMethod.isEmpty() ? "Password" : form.signinMethod;
        checkMethod(application, form, method);
        String shown = form.organization + "/" + form.username;
        Optional<User> named = directory.userByLogin(form.organization, form.username).filter(found -> !found.isDeleted);
        boolean proven = captcha.pass(application, named, call.request().remoteAddress(), form.captcha());
        User user = named.or(() -> outside.add(application, form)).orElseThrow(() -> failed(call, form, Message.USER_UNKNOWN, shown));
        call.recordAs(Callers.user(user, "", ""));
        if (user.isForbidden) {
            throw failed(call, form, Message.USER_FORBIDDEN);
        }
        try {
            checkSecret(user, form, proven);
        } catch (ApiException e) {
            throw failed(call, form, e.message(), e.arguments());
        }
        form.signinMethod = form.password.isEmpty() ? "Verification code" : method;
        return answers.afterCredentials(call, new Signin(form, application, directory.user(user.owner, user.name).orElse(user), Optional.empty()));
    }

    /** The password, or the code that was sent to the address that the user signs in with. */
    private void checkSecret(User user, LoginForm form, boolean proven) {
        if (!form.password.isEmpty()) {
            passwords.check(user, form.password, proven);
        } else if (form.username.indexOf('@') >= 0) {
            codes.use(user.owner, user.email, form.code);
        } else {
            codes.use(user.owner, Phones.e164(user.phone, user.countryCode), form.code);
        }
    }

    private static void checkMethod(Application application, LoginForm form, String method) {
        boolean code = form.password.isEmpty();
        String wanted = code ? "Verification code" : method;
        if (application.signinMethods == null || application.signinMethods.stream().map((SigninMethod item) -> item.name).noneMatch(wanted::equals)) {
            throw new ApiException(code ? form.username.indexOf('@') >= 0 ? Message.LOGIN_EMAIL_DISABLED : Message.LOGIN_SMS_DISABLED
                    : method.equals("LDAP") ? Message.LOGIN_LDAP_DISABLED : Message.LOGIN_PASSWORD_DISABLED);
        }
    }

    /** A failed sign-in; the audit record names organization, user and reason. */
    private static ApiException failed(Call call, LoginForm form, Message message, Object... arguments) {
        if (call.recorded().kind() == Caller.Kind.ANONYMOUS) {
            call.recordAs(new Caller(Caller.Kind.USER, form.organization, form.username, false, false, "", ""));
        }
        call.detail(message.english().formatted(arguments));
        return new ApiException(message, arguments);
    }
}
