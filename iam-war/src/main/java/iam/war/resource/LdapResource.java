package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Ldap;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Times;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Definitions of LDAP servers; an update names its row in the body. */
@Component
final class LdapResource extends Crud<Ldap> {
    @Inject
    LdapResource(EntityStore store) {
        super(EntityType.of(Ldap.class), store);
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("GET", listPath(), "Lists the LDAP servers of an organization").access(Access.ADMIN).target(Target.list(type)).givesAll(Ldap.class)
                .query("owner").run(this::list), get(Access.ADMIN), add(Access.ADMIN), update(Target.keyInBody(type)), delete(Access.ADMIN));
    }

    /** All at once: this list has no pages. */
    @Override
    protected Envelope list(Call call) {
        Query servers = Query.where(listed(call, call.request().query("owner"))).descending("createdTime");
        return Envelope.ok(views(call, store.list(type, servers)));
    }

    @Override
    protected void adding(Call call, Ldap ldap) {
        if (Stream.of(ldap.owner, ldap.serverName, ldap.host, ldap.username, ldap.password, ldap.baseDn).anyMatch(String::isEmpty)) {
            throw new ApiException(Message.MISSING_PARAMETER);
        }
        Query same = Query.where(equal("owner", ldap.owner), equal("serverName", ldap.serverName), equal("host", ldap.host), equal("port", ldap.port), equal("username", ldap.username),
                equal("baseDn", ldap.baseDn));
        if (!store.list(type, same.window(0, 1)).isEmpty()) {
            throw new ApiException(Message.LDAP_SERVER_EXISTS);
        }
        ldap.id = ldap.id.isEmpty() ? UUID.randomUUID().toString() : ldap.id;
        ldap.createdTime = ldap.createdTime.isEmpty() ? Times.now() : ldap.createdTime;
    }

    @Override
    protected Envelope added(Call call, Ldap ldap) {
        Envelope answer = super.added(call, ldap);
        return Envelope.ok(answer.data(), ldap);
    }

    @Override
    protected Set<String> updating(Call call, Ldap stored, Ldap sent) {
        return Set.of("createdTime", "lastSync");
    }
}
