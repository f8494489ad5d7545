package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Session;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Defaults;
import iam.war.data.Times;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows that list who is signed in. Deleting one signs the browsers out (contract: entities.md section 12). */
@Component
final class SessionResource extends Crud<Session> {
    private final Sessions sessions;

    @Inject
    SessionResource(EntityStore store, Sessions sessions) {
        super(EntityType.of(Session.class), store);
        this.sessions = sessions;
    }

    @Override
    protected String[] reads(String verb) {
        return verb.equals("delete") ? new String[] {"sessionId"} : new String[0];
    }

    @Override
    public List<Operation> operations() {
        Target named = Target.id(type, "sessionPkId");
        return List.of(list(Access.ADMIN), add(Access.ADMIN), update(Target.keyInBody(type)), delete(Access.ADMIN),
                Operation.of("GET", "/api/get-session", "Reads the sessions of a user in an application").access(Access.ADMIN).target(named).required("sessionPkId").run(this::get),
                Operation.of("GET", "/api/is-session-duplicated", "Says whether a session is none of those in the row").access(Access.ADMIN).target(named)
                        .required("sessionPkId", "sessionId").run(this::duplicated));
    }

    private Envelope duplicated(Call call) {
        Session row = (Session) call.target();
        return Envelope.ok(row == null || !Defaults.present(row.sessionId).contains(call.request().query("sessionId")));
    }

    @Override
    protected void adding(Call call, Session session) {
        session.createdTime = session.createdTime.isEmpty() ? Times.now() : session.createdTime;
    }

    @Override
    protected Envelope added(Call call, Session session) {
        return store.inTransaction(() -> answer(store.insert(session) || merge(session)));
    }

    private boolean merge(Session session) {
        Set<String> ids = new LinkedHashSet<>();
        if (!session.ExclusiveSignin) {
            store.find(type, type.keyOf(session)).ifPresent(stored -> ids.addAll(Defaults.present(stored.sessionId)));
        }
        ids.addAll(Defaults.present(session.sessionId));
        session.sessionId = Sessions.newest(new ArrayList<>(ids));
        return store.update(type, type.keyOf(session), session, List.of("sessionId"));
    }

    @Override
    protected Envelope delete(Call call) {
        Session row = (Session) call.target();
        if (row == null) {
            return answer(false);
        }
        String one = call.request().query("sessionId");
        List<String> ids = one.isEmpty() ? Defaults.present(row.sessionId) : List.of(one);
        if (!call.caller().sessionId().isEmpty() && ids.contains(call.caller().sessionId())) {
            throw new ApiException(Message.SESSION_IS_CURRENT, call.caller().sessionId());
        }
        return answer(store.inTransaction(() -> end(row, ids, one)));
    }

    private boolean end(Session row, List<String> ids, String one) {
        sessions.end(store.list(BrowserSession.TYPE, Query.where(equal("organization", row.owner), equal("user", row.name))).stream()
                .filter(session -> ids.contains(session.sid)).toList());
        if (one.isEmpty()) {
            store.delete(type, row(row));
            return true;
        }
        if (!Defaults.present(row.sessionId).contains(one)) {
            return false;
        }
        row.sessionId = row.sessionId.stream().filter(id -> !id.equals(one)).toList();
        store.update(type, type.keyOf(row), row, List.of("sessionId"));
        return true;
    }
}
