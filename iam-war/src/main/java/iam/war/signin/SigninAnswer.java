package iam.war.signin;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.PasswordCheck;
import iam.war.authn.SigninGate;
import iam.war.data.BrowserSession;
import iam.war.data.DeviceAuthorization;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.factor.SecondFactors;
import iam.war.oauth.AuthorizationRequest;
import iam.war.oauth.Codes;
import iam.war.oauth.Consents;
import iam.war.oauth.Devices;
import iam.war.oauth.Order;
import iam.war.operation.Call;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a user gets once it is known who he is: the gate, then a session, code or tokens by the type of the sign-in (contract: oauth.md section 1.1). */
@Component
final class SigninAnswer {
    private static final Set<String> IMPLICIT = Set.of("token", "id_token");

    private final Directory directory;
    private final SigninGate gate;
    private final SigninEffects effects;
    private final SessionOpener opener;
    private final Codes codes;
    private final Consents consents;
    private final Devices devices;
    private final PasswordCheck passwords;
    private final SecondFactors factors;
    private final SecondStep secondStep;
    private final Issuer issuer;

    @Inject
    SigninAnswer(Directory directory, SigninGate gate, SigninEffects effects, SessionOpener opener, Codes codes, Consents consents, Devices devices,
            PasswordCheck passwords, SecondFactors factors, SecondStep secondStep, Issuer issuer) {
        this.directory = directory;
        this.gate = gate;
        this.effects = effects;
        this.opener = opener;
        this.codes = codes;
        this.consents = consents;
        this.devices = devices;
        this.passwords = passwords;
        this.factors = factors;
        this.secondStep = secondStep;
        this.issuer = issuer;
    }

    /** The answer to credentials: the second factor first, where there is one or has to be one. */
    Envelope afterCredentials(Call call, Signin signin) {
        User user = signin.user();
        if (passwords.enrolmentDue(user)) {
            open(call, signin, Map.of("restricted", "mfa"));
            return Envelope.ok("RequiredMfa");
        }
        if (secondStep.due(call.request(), user)) {
            secondStep.begin(call, signin.application().name, user);
            return Envelope.ok("NextMfa", factors.offered(user));
        }
        return answer(call, signin);
    }

    Envelope answer(Call call, Signin signin) {
        String address = call.request().remoteAddress();
        gate.check(signin.user(), signin.application(), address);
        if (signin.session().isPresent()) {
            return admit(call, signin);
        }
        Envelope answer = effects.admit(signin.user(), signin.application(), () -> admit(call, signin));
        if (!signin.user().needUpdatePassword) {
            effects.after(signin.user(), address);
        }
        return answer;
    }

    private Envelope admit(Call call, Signin signin) {
        if (signin.user().needUpdatePassword) {
            open(call, signin, Map.of("restricted", "password"));
            return new Envelope("ok", "", "", "", "RequiredUpdatePassword", null, true);
        }
        String type = signin.form().type;
        return switch (type) {
            case "login" -> login(call, signin);
            case "code" -> code(call, signin);
            case "token", "id_token" -> implicit(call, signin, type);
            case "device" -> device(call, signin);
            default -> throw new ApiException(Message.LOGIN_TYPE_UNKNOWN, type);
        };
    }

    private BrowserSession open(Call call, Signin signin, Map<String, String> data) {
        return opener.open(call, signin.application(), signin.user(), signin.form().autoSignin, data);
    }

    private Envelope login(Call call, Signin signin) {
        if (signin.session().isEmpty()) {
            open(call, signin, Map.of());
        }
        return Envelope.ok(signin.user().id());
    }

    private Envelope code(Call call, Signin signin) {
        AuthorizationRequest wanted = AuthorizationRequest.of(call.request());
        Application application = wanted.check(directory);
        requireSame(call, signin, application);
        if (!wanted.responseType().equals("code")) {
            throw new ApiException(Message.RESPONSE_TYPE_UNSUPPORTED, wanted.responseType()).data("");
        }
        wanted.checkedChallenge();
        if (consents.required(signin.user(), application, wanted.scope())) {
            return askConsent(call, signin);
        }
        BrowserSession session = signin.session().orElseGet(() -> application.enableSigninSession ? open(call, signin, Map.of()) : new BrowserSession());
        return Envelope.ok(codes.make(wanted, signin.user(), order(call, signin, application, session)));
    }

    private Envelope device(Call call, Signin signin) {
        DeviceAuthorization row = devices.pending(signin.form().userCode).orElseThrow(() -> new ApiException(Message.USER_CODE_EXPIRED));
        Application application = directory.application(row.application).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, row.application));
        requireSame(call, signin, application);
        if (consents.required(signin.user(), application, row.scope)) {
            return askConsent(call, signin);
        }
        if (!devices.approve(row, signin.user())) {
            throw new ApiException(Message.USER_CODE_EXPIRED);
        }
        return Envelope.ok(signin.user().id());
    }

    /** The user is asked what the client may have; the answer comes in the session. */
    private Envelope askConsent(Call call, Signin signin) {
        if (signin.session().isEmpty()) {
            open(call, signin, Map.of());
        }
        return Envelope.ok(Map.of("required", true));
    }

    /** The client that a token is made for is the application that the user signs in to; a shared one may act for another organization than the gate has seen. */
    private void requireSame(Call call, Signin signin, Application client) {
        Application application = signin.application();
        if (!client.owner.equals(application.owner) || !client.name.equals(application.name)) {
            throw new ApiException(Message.UNAUTHORIZED_OPERATION);
        }
        if (!client.organization.equals(application.organization)) {
            gate.check(signin.user(), client, call.request().remoteAddress());
        }
    }

    private Order order(Call call, Signin signin, Application application, BrowserSession session) {
        long time = session.createdAt == 0 ? System.currentTimeMillis() : session.createdAt;
        return new Order(application, signin.user(), issuer.of(call.request().base())).signin(signin.form().signinMethod, signin.form().provider).session(session.sid, time / 1000);
    }

    private Envelope implicit(Call call, Signin signin, String type) {
        AuthorizationRequest wanted = AuthorizationRequest.of(call.request());
        Application application = wanted.clientId().isEmpty() ? signin.application() : wanted.client(directory);
        requireSame(call, signin, application);
        if (application.grantTypes == null || !IMPLICIT.contains(type) || !application.grantTypes.contains(type)) {
            throw new ApiException(Message.SIGNIN_GRANT_TYPE_UNSUPPORTED, type);
        }
        if (!wanted.redirectUri().isEmpty()) {
            wanted.checkRedirect(application);
        }
        String scope = wanted.grantedScope(application).orElseThrow(() -> new ApiException(Message.SIGNIN_SCOPE_INVALID));
        if (consents.required(signin.user(), application, scope)) {
            return askConsent(call, signin);
        }
        Token token = codes.implicit(order(call, signin, application, signin.session().orElseGet(BrowserSession::new)).scope(scope).nonce(wanted.nonce()));
        return Envelope.ok(token.accessToken, token.refreshToken);
    }
}
