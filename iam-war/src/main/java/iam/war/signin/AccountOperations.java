package iam.war.signin;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.Revealed;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.account.UserView;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.oauth.Codes;
import iam.war.oauth.Order;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Refused;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** get-account: the signed-in user as the web UI needs him (contract: auth.md section 7). */
@Component
final class AccountOperations implements Operations {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final Directory directory;
    private final Sessions sessions;
    private final Codes codes;
    private final Issuer issuer;
    private final UserView view;

    @Inject
    AccountOperations(Directory directory, Sessions sessions, Codes codes, Issuer issuer, UserView view) {
        this.directory = directory;
        this.sessions = sessions;
        this.codes = codes;
        this.issuer = issuer;
        this.view = view;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("GET", "/api/get-account", "The signed-in user with his organization").access(Access.ANYONE)
                .gives(User.class).asksToSignIn().query("userId", "managedAccounts").run(this::account));
    }

    private Envelope account(Call call) {
        Caller caller = call.caller();
        if (caller.kind() == Caller.Kind.ANONYMOUS) {
            throw new ApiException(Message.PLEASE_LOGIN_FIRST).data(Message.PLEASE_LOGIN_FIRST.english());
        }
        User user = caller.user() ? directory.user(caller.organization(), caller.name()).orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, caller.id())) : named(call);
        String token = accessToken(call, user);
        Organization organization = directory.organization(user.owner).orElseThrow(() -> new ApiException(Message.ORGANIZATION_DOES_NOT_EXIST));
        user.accessToken = token;
        Object answer = view.one(caller, user);
        return new Envelope("ok", "", user.id, user.name, answer, caller.global() ? new Revealed(organization, Set.of("passwordObfuscatorKey", "passwordSalt")) : organization, null);
    }

    /** An application has no account; it may ask for one of a user of its own organization. */
    private User named(Call call) {
        String id = call.request().query("userId");
        if (id.isEmpty()) {
            throw new ApiException(Message.USER_UNKNOWN, call.caller().id());
        }
        String[] key = Ids.pair(id);
        if (!call.caller().administers(key[0])) {
            throw Refused.unauthorized();
        }
        return directory.user(key[0], key[1]).orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, id));
    }

    /** The token that was presented, or the one of the session, which is made once; none for other credentials. */
    private String accessToken(Call call, User user) {
        if (!call.caller().tokenId().isEmpty()) {
            return directory.find(TOKEN, Directory.ADMIN, call.caller().tokenId()).map(token -> token.accessToken).orElse("");
        }
        Optional<BrowserSession> session = call.caller().sessionId().isEmpty() ? Optional.empty() : sessions.of(call.request());
        return session.map(found -> found.accessToken.isEmpty() ? mint(call, user, found) : found.accessToken).orElse("");
    }

    private String mint(Call call, User user, BrowserSession session) {
        Optional<Application> application = directory.application(session.application);
        if (application.isEmpty()) {
            return "";
        }
        Order order = new Order(application.get(), user, issuer.of(call.request().base())).scope("profile").session(session.sid, session.createdAt / 1000);
        session.accessToken = codes.implicit(order).accessToken;
        sessions.save(session, "accessToken");
        return session.accessToken;
    }
}
