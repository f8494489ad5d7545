package iam.war.oauth;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.authn.SigninGate;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** A user grants scopes to an application, or takes them back (contract: oauth.md section 5). */
@Component
public final class ConsentOperations implements Operations {
    private final Directory directory;
    private final Sessions sessions;
    private final SigninGate gate;
    private final Consents consents;
    private final Codes codes;
    private final Issuer issuer;

    @Inject
    ConsentOperations(Directory directory, Sessions sessions, SigninGate gate, Consents consents, Codes codes, Issuer issuer) {
        this.directory = directory;
        this.sessions = sessions;
        this.gate = gate;
        this.consents = consents;
        this.codes = codes;
        this.issuer = issuer;
    }

    /** The body of both calls. */
    public static class ConsentForm {
        /** An empty one. */
        public ConsentForm() {
        }

        public String application = "";
        public List<String> grantedScopes;
        public String clientId = "";
        public String provider = "";
        public String signinMethod = "";
        public String responseType = "";
        public String redirectUri = "";
        public String scope = "";
        public String state = "";
        public String nonce = "";
        public String challenge = "";
        public String resource = "";
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/api/grant-consent", "Grants scopes to an application, and answers a code").access(Access.USER).takes(ConsentForm.class).run(this::grant),
                Operation.of("POST", "/api/revoke-consent", "Takes scopes back").access(Access.USER).takes(ConsentForm.class).run(this::revoke));
    }

    private User user(Call call) {
        return directory.user(call.caller().organization(), call.caller().name()).orElseThrow(() -> new ApiException(Message.PLEASE_LOGIN_FIRST));
    }

    private Envelope grant(Call call) {
        ConsentForm form = call.request().body().json(ConsentForm.class);
        Optional<BrowserSession> session = sessions.of(call.request()).filter(found -> !found.user.isEmpty());
        if (session.isEmpty()) {
            throw new ApiException(Message.PLEASE_LOGIN_FIRST);
        }
        User user = user(call);
        AuthorizationRequest wanted = new AuthorizationRequest(form.clientId, form.responseType.isEmpty() ? "code" : form.responseType, form.redirectUri, form.scope, form.state, form.nonce,
                form.challenge, AuthorizationRequest.NONE.contains(form.challenge) ? "" : "S256", form.resource);
        Application application = wanted.client(directory);
        if (!application.id().equals(form.application)) {
            throw new ApiException(Message.INVALID_APPLICATION);
        }
        wanted.check(directory);
        wanted.checkedChallenge();
        gate.checkSilently(user, application, call.request().remoteAddress());
        consents.grant(user, application, form.grantedScopes == null ? List.of() : form.grantedScopes);
        Order order = new Order(application, user, issuer.of(call.request().base())).signin(form.signinMethod, form.provider)
                .session(session.get().sid, session.get().createdAt / 1000);
        return Envelope.ok(codes.make(wanted.withScope(consents.covered(user, application, form.scope)), user, order));
    }

    private Envelope revoke(Call call) {
        ConsentForm form = call.request().body().json(ConsentForm.class);
        if (form.grantedScopes == null || form.grantedScopes.isEmpty()) {
            throw new ApiException(Message.GRANTED_SCOPES_EMPTY);
        }
        if (form.application.isEmpty()) {
            throw new ApiException(Message.APPLICATION_EMPTY);
        }
        consents.revoke(user(call), form.application, form.grantedScopes);
        return Envelope.ok(true);
    }
}
