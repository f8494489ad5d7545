package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.AuditRecord;
import iam.spi.authn.Caller;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.audit.AuditLog;
import iam.war.data.Lengths;
import iam.war.data.Times;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Refused;
import iam.war.operation.Request;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Audit records, for administrators of their organization only, in whichever way they are asked for (contract: entities.md section 10). */
@Component
final class RecordOperations implements Operations {
    private static final EntityType<AuditRecord> RECORD = EntityType.of(AuditRecord.class);
    /** A list without paging is cut: this table only grows. */
    private static final int MOST_ROWS = 1000;

    private final EntityStore store;
    private final AuditLog log;

    @Inject
    RecordOperations(EntityStore store, AuditLog log) {
        this.store = store;
        this.log = log;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/api/get-records", "Lists audit records").access(Access.ANYONE).givesAll(AuditRecord.class).asksToSignIn()
                        .query("organizationName").query(Listing.PARAMETERS).run(this::list),
                Operation.of("GET", "/api/get-record", "Reads an audit record").access(Access.ADMIN).target(Target.CALLER).gives(AuditRecord.class).required("id").run(this::one),
                Operation.of("POST", "/api/get-records-filter", "Lists the audit records that are like an example").access(Access.ADMIN).target(Target.CALLER).takes(AuditRecord.class)
                        .givesAll(AuditRecord.class).run(this::like),
                Operation.of("POST", "/api/add-record", "Adds an audit record").access(Access.ADMIN).target(Target.CALLER).takes(AuditRecord.class).answers(Operation.Answer.AFFECTED).run(this::add));
    }

    private Envelope list(Call call) {
        Caller caller = call.caller();
        if (caller.kind() == Caller.Kind.ANONYMOUS) {
            throw new ApiException(Message.PLEASE_LOGIN_FIRST).data(Message.PLEASE_LOGIN_FIRST.english());
        }
        if (!caller.administrator() && !caller.global()) {
            throw new ApiException(Message.ADMINISTRATOR_REQUIRED);
        }
        Request request = call.request();
        Query query = Query.where(reach(caller, request.query("organizationName")));
        if (!Listing.paged(request)) {
            return Envelope.ok(store.list(RECORD, query.descending("id").window(0, MOST_ROWS)));
        }
        return new Listing<>(store, RECORD, "id").answer(query.conditions(), request, rows -> rows);
    }

    /** By the owner, which is the organization: the store has totals and indexes for it. */
    private static List<Condition> reach(Caller caller, String wanted) {
        String organization = caller.global() ? wanted : caller.organization();
        return caller.global() && wanted.isEmpty() ? List.of() : List.of(equal(RECORD.scope().name(), organization));
    }

    private Envelope one(Call call) {
        String[] id = Ids.pair(call.request().query("id"));
        if (!call.caller().administers(id[0])) {
            throw Refused.unauthorized();
        }
        return Envelope.ok(store.list(RECORD, Query.where(equal(RECORD.scope().name(), id[0]), equal("name", id[1])).window(0, 1)).stream().findFirst().orElse(null));
    }

    private Envelope like(Call call) {
        AuditRecord example = call.request().body().json(AuditRecord.class);
        List<Condition> conditions = new ArrayList<>(reach(call.caller(), example.organization));
        for (EntityField field : RECORD.stored()) {
            if (!field.empty(example)) {
                conditions.add(equal(field.name(), field.get(example)));
            }
        }
        return Envelope.ok(store.list(RECORD, Query.where(conditions).descending("id").window(0, MOST_ROWS)));
    }

    private Envelope add(Call call) {
        AuditRecord record = call.request().body().json(AuditRecord.class);
        String organization = record.owner.isEmpty() ? call.caller().organization() : record.owner;
        record.organization = record.organization.isEmpty() ? organization : record.organization;
        if (!call.caller().administers(record.organization)) {
            throw Refused.unauthorized();
        }
        record.owner = record.organization;
        record.name = record.name.isEmpty() ? UUID.randomUUID().toString() : record.name;
        record.createdTime = record.createdTime.isEmpty() ? Times.now() : record.createdTime;
        Lengths.check(record);
        log.store(record);
        return Envelope.affected(true);
    }
}
