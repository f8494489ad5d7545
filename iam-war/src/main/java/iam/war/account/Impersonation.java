package iam.war.account;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Refused;
import iam.war.operation.Request;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An administrator acts in the place of a user, within his own browser session (contract: auth.md section 3.2). */
@Component
final class Impersonation implements Operations {
    private final Directory directory;
    private final Sessions sessions;

    @Inject
    Impersonation(Directory directory, Sessions sessions) {
        this.directory = directory;
        this.sessions = sessions;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/api/impersonate-user", "Acts in the place of a user").access(Access.ADMIN_USER).target(Target.lookedUp("username | owner, name in form", this::user))
                        .form("username", "owner", "name").run(this::begin),
                Operation.of("POST", "/api/exit-impersonate-user", "Acts as oneself again").access(Access.ANYONE).run(this::end));
    }

    private Subject user(Call call) {
        Request request = call.request();
        String username = request.formParameter("username");
        String[] key = username.isEmpty() ? new String[] {request.formParameter("owner"), request.formParameter("name")} : Ids.pair(username);
        if (key[0].isEmpty() || key[1].isEmpty()) {
            throw new ApiException(Message.MISSING_PARAMETER);
        }
        User user = directory.user(key[0], key[1]).orElse(null);
        call.about(user, null);
        if (user == null && call.caller().administers(key[0])) {
            throw new ApiException(Message.USER_UNKNOWN, key[0] + "/" + key[1]);
        }
        return new Subject(key[0], key[1]);
    }

    private Envelope begin(Call call) {
        User user = (User) call.target();
        if (!Callers.active(user)) {
            throw new ApiException(Message.USER_FORBIDDEN);
        }
        BrowserSession session = sessions.of(call.request()).filter(found -> found.sid.equals(call.caller().sessionId())).orElseThrow(Refused::unauthorized);
        remember(session, user.id());
        call.cookie(cookie(call, user.id(), ""));
        return Envelope.ok(null);
    }

    private Envelope end(Call call) {
        BrowserSession session = sessions.of(call.request()).filter(found -> !found.remembered(Sessions.IMPERSONATED).isEmpty())
                .orElseThrow(() -> new ApiException(Message.UNAUTHORIZED_OPERATION));
        remember(session, "");
        call.cookie(cookie(call, "", "; Max-Age=0"));
        return Envelope.ok(null);
    }

    private void remember(BrowserSession session, String user) {
        Map<String, String> data = session.data == null ? new HashMap<>() : new HashMap<>(session.data);
        data.put(Sessions.IMPERSONATED, user);
        session.data = data;
        sessions.save(session, "data");
    }

    private static String cookie(Call call, String value, String more) {
        String secure = call.request().base().startsWith("https:") ? "; Secure" : "";
        return Sessions.IMPERSONATION_COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + secure + more;
    }
}
