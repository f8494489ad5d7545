package iam.war.logout;

import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.crypto.Digests;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single sign-out (contract: auth.md section 6). */
@Component
final class SsoLogoutOperations implements Operations {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final Set<String> ALL = Set.of("", "true", "1");

    private final Directory directory;
    private final Sessions sessions;
    private final Issuer issuer;
    private final SsoLogout ssoLogout;
    private final FrontchannelLogout frontchannel;

    @Inject
    SsoLogoutOperations(Directory directory, Sessions sessions, Issuer issuer, SsoLogout ssoLogout, FrontchannelLogout frontchannel) {
        this.directory = directory;
        this.sessions = sessions;
        this.issuer = issuer;
        this.ssoLogout = ssoLogout;
        this.frontchannel = frontchannel;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/api/sso-logout", "Signs out everywhere, or of this session").access(Access.ANYONE).query("logoutAll").run(this::logout),
                Operation.of("POST", "/api/sso-logout", "Signs out everywhere, or of this session").access(Access.ANYONE).anywhere("logoutAll").run(this::logout));
    }

    /** An application, or nobody, has nothing to sign out of. */
    private Object logout(Call call) {
        Caller caller = call.caller();
        Optional<User> user = caller.user() ? directory.user(caller.organization(), caller.name()) : Optional.empty();
        return user.flatMap(found -> logout(call, found)).<Object>map(page -> page).orElseGet(() -> Envelope.ok(""));
    }

    private Optional<Reply> logout(Call call, User user) {
        Optional<BrowserSession> session = sessions.of(call.request()).filter(found -> found.organization.equals(user.owner) && found.user.equals(user.name));
        SsoLogout.Ending ending = ending(call, user, session);
        Optional<Reply> page = frontchannel.page(call.request(), session, ending.issuer(), "");
        if (ALL.contains(call.request().formParameter("logoutAll"))) {
            ssoLogout.everywhere(ending);
        } else {
            ssoLogout.here(ending);
        }
        session.ifPresent(ended -> call.session(Sessions.anonymousCookie()));
        return page;
    }

    /** The application is that of the session's token, or of the token on the call. */
    private SsoLogout.Ending ending(Call call, User user, Optional<BrowserSession> session) {
        String base = issuer.of(call.request().base());
        Optional<BrowserSession> known = session.filter(found -> !found.accessToken.isEmpty());
        if (known.isPresent()) {
            return new SsoLogout.Ending(user, session, directory.application(known.get().application), Digests.sha256Hex(known.get().accessToken), base);
        }
        Optional<Token> token = directory.find(TOKEN, Directory.ADMIN, call.caller().tokenId());
        return new SsoLogout.Ending(user, session, token.flatMap(found -> directory.application(found.application)), token.map(found -> found.accessTokenHash).orElse(""), base);
    }
}
