package iam.war.signin;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
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
    private final Sessions sessions;
    private final Credentials credentials;
    private final SecondStep secondStep;
    private final SigninAnswer answers;

    @Inject
    Login(Directory directory, Sessions sessions, Credentials credentials, SecondStep secondStep, SigninAnswer answers) {
        this.directory = directory;
        this.sessions = sessions;
        this.credentials = credentials;
        this.secondStep = secondStep;
        this.answers = answers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("POST", "/api/login", "Signs in").access(Access.ANYONE)
                .takes(LoginForm.class).query("clientId", "responseType", "redirectUri", "scope", "state", "nonce", "code_challenge_method", "code_challenge", "resource").run(this::login));
    }

    private Envelope login(Call call) {
        LoginForm form = call.request().body().json(LoginForm.class);
        if (!form.username.isEmpty()) {
            return credentials(call, form);
        }
        Optional<PendingSignins.Pending> pending = secondStep.pending(call.request());
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

    private Envelope secondFactor(Call call, LoginForm form, PendingSignins.Pending pending) {
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
        User user = credentials.check(call, application, form);
        return answers.afterCredentials(call, new Signin(form, application, user, Optional.empty()));
    }
}
