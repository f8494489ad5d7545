package iam.war.audit;

import iam.api.Envelope;
import iam.api.Message;
import iam.api.Refusal;
import iam.api.entity.AuditRecord;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.crypto.GrowingIds;
import iam.war.data.Times;
import iam.war.operation.Exchange;
import iam.war.operation.ExchangeObserver;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Makes an audit record of every exchange that has to have one (contract: auth.md section 8). */
@Component
final class AuditTrail implements ExchangeObserver {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> RECORDED_READS = Set.of("/api/logout", "/api/sso-logout");
    private static final Set<Message> UNRECORDED = Set.of(Message.NAME_HAS_FORBIDDEN_CHARACTERS, Message.PATH_UNKNOWN);
    private static final String API = "/api/";
    private static final String SIGNUP = "signup";
    private static final String NOBODY = "anonymous";

    private final AuditLog log;
    private final boolean writesOnly;

    @Inject
    AuditTrail(AuditLog log, Settings settings) {
        this.log = log;
        writesOnly = settings.flag("iam.log-post-only", true);
    }

    @Override
    public void answered(Exchange exchange) {
        Request request = exchange.request();
        boolean read = READS.contains(request.method()) && !RECORDED_READS.contains(request.path());
        boolean wanted = exchange.judged() && !request.method().equals("OPTIONS") && exchange.failure().filter(UNRECORDED::contains).isEmpty();
        if (!wanted || read && (writesOnly || exchange.operation().isEmpty())) {
            return;
        }
        AuditRecord record = record(exchange);
        log.add(record);
        if (record.action.equals(SIGNUP) && record.response.startsWith("{status:\"ok\"")) {
            AuditRecord second = record(exchange);
            second.action = "new-user";
            log.add(second);
        }
    }

    private static AuditRecord record(Exchange exchange) {
        Request request = exchange.request();
        AuditRecord record = new AuditRecord();
        record.name = GrowingIds.next();
        record.createdTime = Times.now();
        name(exchange.call().recorded(), record);
        record.clientIp = request.remoteAddress();
        record.method = request.method();
        record.requestUri = Redaction.uri(request);
        record.action = Redaction.cut(action(request.path()), Redaction.URI_LENGTH);
        record.language = exchange.language().tag();
        record.object = Redaction.body(request);
        record.response = Redaction.text(request, response(exchange.reply()));
        record.statusCode = exchange.reply().status();
        record.detail = Redaction.cut(Redaction.text(request, exchange.call().detail()), 100);
        return record;
    }

    private static void name(Caller caller, AuditRecord record) {
        boolean nobody = caller.kind() == Caller.Kind.ANONYMOUS;
        boolean application = caller.kind() == Caller.Kind.APPLICATION || caller.kind() == Caller.Kind.DYNAMIC_CLIENT;
        record.organization = nobody ? NOBODY : Redaction.cut(caller.organization(), 100);
        record.owner = record.organization;
        record.user = nobody ? NOBODY : Redaction.cut(application ? caller.id() : caller.name(), 100);
    }

    private static String action(String path) {
        return path.startsWith(API) ? path.substring(API.length()) : path.substring(1);
    }

    /** In the unquoted form that readers of these records expect. */
    private static String response(Reply reply) {
        Object body = reply.body();
        if (body instanceof Envelope envelope) {
            return response(envelope.status(), envelope.msg());
        }
        if (body instanceof Refusal refusal) {
            return response(refusal.status(), refusal.msg());
        }
        Object error = body instanceof Map<?, ?> members ? members.get("error_description") == null ? members.get("error") : members.get("error_description") : null;
        return error == null && reply.status() < 400 ? response("ok", "") : response("error", error == null ? "" : error.toString());
    }

    private static String response(String status, String msg) {
        return "{status:\"" + status + "\", msg:\"" + msg + "\"}";
    }
}
