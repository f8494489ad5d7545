package iam.war.oauth;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.ConsentRecord;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A user grants scopes to an application, or takes them back (contract: oauth.md section 5). */
@Component
public final class ConsentOperations implements Operations {
    private static final EntityType<User> USER = EntityType.of(User.class);

    private final EntityStore store;
    private final Directory directory;
    private final Sessions sessions;
    private final SigninGate gate;
    private final Codes codes;
    private final Issuer issuer;

    @Inject
    ConsentOperations(EntityStore store, Directory directory, Sessions sessions, SigninGate gate, Codes codes, Issuer issuer) {
        this.store = store;
        this.directory = directory;
        this.sessions = sessions;
        this.gate = gate;
        this.codes = codes;
        this.issuer = issuer;
    }

    /** The body of both calls. */
    public static class Form {
        /** An empty one. */
        public Form() {
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
                Operation.of("POST", "/api/grant-consent", "Grants scopes to an application, and answers a code").access(Access.USER).run(this::grant),
                Operation.of("POST", "/api/revoke-consent", "Takes scopes back").access(Access.USER).run(this::revoke));
    }

    private User user(Call call) {
        return directory.user(call.caller().organization(), call.caller().name()).orElseThrow(() -> new ApiException(Message.PLEASE_LOGIN_FIRST));
    }

    private Envelope grant(Call call) {
        Form form = call.request().body().json(Form.class);
        if (call.caller().sessionId().isEmpty()) {
            throw new ApiException(Message.PLEASE_LOGIN_FIRST);
        }
        User user = user(call);
        AuthorizationRequest wanted = new AuthorizationRequest(form.clientId, form.responseType.isEmpty() ? "code" : form.responseType, form.redirectUri, form.scope, form.state, form.nonce,
                form.challenge, form.challenge.isEmpty() ? "" : "S256", form.resource);
        Application application = wanted.client(directory);
        if (!application.id().equals(form.application)) {
            throw new ApiException(Message.INVALID_APPLICATION);
        }
        wanted.check(directory);
        wanted.checkedChallenge();
        gate.check(user, application, call.request().remoteAddress());
        List<String> granted = form.grantedScopes == null ? List.of() : form.grantedScopes;
        save(user, application, granted);
        Optional<BrowserSession> session = sessions.of(call.request());
        Order order = new Order(application, user, issuer.of(call.request().base())).signin(form.signinMethod, form.provider);
        session.ifPresent(found -> order.session(found.sid, found.createdAt / 1000));
        return Envelope.ok(codes.make(wanted.withScope(covered(user, application, form.scope)), user, order));
    }

    /** What of a scope needs no consent, or has it. */
    private static String covered(User user, Application application, String scope) {
        Set<String> missing = Consents.custom(application, scope);
        user.applicationScopes.stream().filter(consent -> consent.application.equals(application.id())).forEach(consent -> missing.removeAll(consent.grantedScopes));
        return String.join(" ", Scopes.split(scope).stream().filter(item -> !missing.contains(item)).toList());
    }

    private void save(User user, Application application, List<String> granted) {
        Set<String> allowed = Consents.custom(application, String.join(" ", granted));
        List<ConsentRecord> consents = user.applicationScopes == null ? new ArrayList<>() : new ArrayList<>(user.applicationScopes);
        ConsentRecord own = new ConsentRecord();
        own.application = application.id();
        Set<String> scopes = new LinkedHashSet<>(granted.stream().filter(allowed::contains).toList());
        consents.stream().filter(consent -> consent.application.equals(own.application) && consent.grantedScopes != null).forEach(consent -> scopes.addAll(consent.grantedScopes));
        own.grantedScopes = new ArrayList<>(scopes);
        consents.removeIf(consent -> consent.application.equals(own.application));
        consents.add(own);
        write(user, consents);
    }

    private void write(User user, List<ConsentRecord> consents) {
        user.applicationScopes = consents;
        store.update(USER, USER.keyOf(user), user, List.of("applicationScopes"));
    }

    private Envelope revoke(Call call) {
        Form form = call.request().body().json(Form.class);
        if (form.application.isEmpty()) {
            throw new ApiException(Message.APPLICATION_EMPTY);
        }
        if (form.grantedScopes == null || form.grantedScopes.isEmpty()) {
            throw new ApiException(Message.GRANTED_SCOPES_EMPTY);
        }
        User user = user(call);
        List<ConsentRecord> left = new ArrayList<>();
        for (ConsentRecord consent : user.applicationScopes == null ? List.<ConsentRecord>of() : user.applicationScopes) {
            if (consent.application.equals(form.application) && consent.grantedScopes != null) {
                consent.grantedScopes = consent.grantedScopes.stream().filter(scope -> !form.grantedScopes.contains(scope)).toList();
            }
            if (consent.grantedScopes != null && !consent.grantedScopes.isEmpty()) {
                left.add(consent);
            }
        }
        write(user, left);
        return Envelope.ok(true);
    }
}
