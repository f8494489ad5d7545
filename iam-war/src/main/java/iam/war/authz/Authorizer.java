package iam.war.authz;

import iam.api.ApiException;
import iam.api.Entity;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Refused;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Decides on (matched operation, object, caller). What the object is comes from the store; only an add is judged by the body (contract: auth.md section 3). */
@Component
public final class Authorizer {
    private static final String FORBIDDEN = "/?:#&%=+;";

    private final EntityStore store;
    private final ApiPermissions permissions;
    private final DemoMode demoMode;

    @Inject
    Authorizer(EntityStore store, ApiPermissions permissions, DemoMode demoMode) {
        this.store = store;
        this.permissions = permissions;
        this.demoMode = demoMode;
    }

    /**
     * Authorizes a call, and lends it the objects that were looked at.
     *
     * @throws ApiException when the call is refused
     */
    public void authorize(Operation operation, Call call) {
        Access access = operation.access();
        Target target = operation.target();
        EntityKey named = target.source() == Target.Source.ID ? key(target, call) : null;
        if (target.lookedUpById()) {
            Ids.key(target.type(), call.request().query("id"));
        }
        boolean possible = possible(access, call.caller());
        if (!possible && !permissions.possible(call.caller())) {
            throw refusal(access, call.caller());
        }
        Subject subject = subject(target, target.source() == Target.Source.UPDATE ? key(target, call) : named, call);
        if (!(possible && access.allows(call.caller(), subject)) && !permissions.allow(call, subject)) {
            throw refusal(access, call.caller());
        }
        demoMode.check(call);
        checkName(operation, call);
    }

    private Subject subject(Target target, EntityKey named, Call call) {
        return switch (target.source()) {
            case NONE -> Subject.NONE;
            case CALLER -> new Subject(call.caller().organization(), call.caller().user() ? call.caller().name() : "");
            case LOOKED_UP -> target.look().apply(call);
            default -> look(target, target.type(), named, call);
        };
    }

    private static EntityKey key(Target target, Call call) {
        return Ids.key(target.type(), call.request().formParameter(target.parameter()));
    }

    /** Whether the caller may call such an operation at all; when not, neither body nor store are looked at. */
    private static boolean possible(Access access, Caller caller) {
        return switch (access) {
            case ANYONE, CLIENT, PAGE -> true;
            case SIGNED_IN, USER, APPLICATION, GLOBAL -> access.allows(caller, Subject.NONE);
            case SELF_OR_ADMIN -> caller.kind() != Caller.Kind.ANONYMOUS && caller.kind() != Caller.Kind.DYNAMIC_CLIENT;
            case ADMIN -> caller.administrator() || caller.global();
            case ADMIN_USER -> caller.user() && (caller.administrator() || caller.global());
        };
    }

    private static ApiException refusal(Access access, Caller caller) {
        boolean nobody = caller.kind() == Caller.Kind.ANONYMOUS;
        return access.asksToSignIn() && nobody ? new ApiException(Message.PLEASE_LOGIN_FIRST).data(Message.PLEASE_LOGIN_FIRST.english()) : Refused.unauthorized();
    }

    private Subject look(Target target, EntityType<?> type, EntityKey named, Call call) {
        Entity sent = switch (target.source()) {
            case UPDATE, BODY, KEY_IN_BODY -> call.request().body().json(type.javaType());
            default -> null;
        };
        if (target.source() == Target.Source.LIST) {
            return new Subject(call.request().formParameter(target.parameter()), "");
        }
        if (target.source() == Target.Source.BODY) {
            call.about(null, sent);
            return subject(type, sent);
        }
        EntityKey key = named == null ? type.keyOf(sent) : named;
        Entity stored = key.incomplete() ? null : find(type, key, call.request().formParameter(target.parameter())).orElse(null);
        call.about(stored, sent);
        return stored == null ? missing(type, key, sent, call) : subject(type, stored);
    }

    private Optional<? extends Entity> find(EntityType<?> type, EntityKey key, String id) {
        Optional<? extends Entity> found = store.find(type, key);
        boolean ownerInFront = type.keys().size() == 1 && !id.isEmpty();
        return ownerInFront ? found.filter(entity -> type.scope().text(entity).equals(Ids.pair(id)[0])) : found;
    }

    private static Subject subject(EntityType<?> type, Entity entity) {
        return new Subject(type.scope().text(entity), entity instanceof User user ? user.name : "");
    }

    /** An object that is not there belongs to the organization that its key or the rest of the request names. */
    private static Subject missing(EntityType<?> type, EntityKey key, Entity sent, Call call) {
        int scope = type.keys().indexOf(type.scope());
        if (scope >= 0) {
            return new Subject(key.parts().get(scope), "");
        }
        String id = call.request().query("id");
        boolean ownerInFront = sent == null && type.keys().size() == 1 && id.indexOf('/') > 0;
        String named = ownerInFront ? id.substring(0, id.indexOf('/')) : sent == null ? call.request().query(type.scope().name()) : type.scope().text(sent);
        return new Subject(named.isEmpty() ? call.caller().organization() : named, "");
    }

    private static void checkName(Operation operation, Call call) {
        String path = operation.path();
        if (operation.method().equals("POST") && (path.startsWith("/api/add-") || path.startsWith("/api/update-"))) {
            Entity sent = call.entity();
            String name = sent == null ? call.request().body().jsonTexts().getOrDefault("name", "") : sent.type().find("name").map(field -> field.text(sent)).orElse("");
            if (name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
                throw new Refused(Message.NAME_HAS_FORBIDDEN_CHARACTERS);
            }
        }
    }
}
