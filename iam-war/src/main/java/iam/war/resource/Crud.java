package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Mask;
import iam.api.Message;
import iam.spi.authn.Caller;
import iam.spi.store.Condition;
import iam.spi.store.DuplicateKeyException;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.data.Directory;
import iam.war.data.Lengths;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Refused;
import iam.war.operation.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The five verbs over a type, with their defaults (contract: entities.md section 5). A resource with rules of its own overrides the hooks; one that needs more
 * replaces the verb.
 *
 * @param <E> the entity class
 */
abstract class Crud<E extends Entity> implements Operations {
    /** The type. */
    protected final EntityType<E> type;
    /** The store. */
    protected final EntityStore store;

    /** Declares the five verbs of a type. */
    protected Crud(EntityType<E> type, EntityStore store) {
        this.type = type;
        this.store = store;
    }

    @Override
    public List<Operation> operations() {
        return List.of(list(Access.ADMIN), get(Access.ADMIN), add(Access.ADMIN), update(Target.update(type)), delete(Access.ADMIN));
    }

    /** {@code get-<noun>s}. */
    protected final Operation list(Access access) {
        return Operation.of("GET", listPath(), "Lists the " + type.name() + "s of an organization").access(access).target(Target.list(type))
                .query("owner", "organization").query(Listing.PARAMETERS).query(reads("list")).run(this::list);
    }

    /** The path of the list. */
    protected final String listPath() {
        return "/api/get-" + (type.name().endsWith("ry") ? type.name().substring(0, type.name().length() - 1) + "ies" : type.name() + "s");
    }

    /** {@code get-global-<noun>s}. */
    protected final Operation listAll() {
        return Operation.of("GET", "/api/get-global-" + type.name() + "s", "Lists the " + type.name() + "s of all organizations").access(Access.GLOBAL)
                .givesAll(type.javaType()).query(Listing.PARAMETERS).run(call -> list(call, List.of()));
    }

    /** {@code get-<noun>}. */
    protected final Operation get(Access access) {
        return Operation.of("GET", "/api/get-" + type.name(), "Reads one " + type.name()).access(access).target(Target.id(type)).required("id").query(reads("get")).run(this::get);
    }

    /** {@code add-<noun>}. */
    protected final Operation add(Access access) {
        return Operation.of("POST", "/api/add-" + type.name(), "Adds a " + type.name()).access(access).target(Target.body(type)).run(this::add);
    }

    /** {@code update-<noun>}. */
    protected final Operation update(Target target) {
        return Operation.of("POST", "/api/update-" + type.name(), "Replaces a " + type.name()).access(Access.ADMIN).target(target).takes(type.javaType())
                .answers(Operation.Answer.AFFECTED).required(target.source() == Target.Source.UPDATE ? new String[] {target.parameter()} : new String[0]).query(reads("update")).run(this::update);
    }

    /** {@code delete-<noun>}. */
    protected final Operation delete(Access access) {
        return Operation.of("POST", "/api/delete-" + type.name(), "Deletes a " + type.name()).access(access).target(Target.keyInBody(type)).query(reads("delete")).run(this::delete);
    }

    // ---- hooks

    /** Names of parameters that one of the verbs reads beside the usual ones. */
    protected String[] reads(String verb) {
        return new String[0];
    }

    /** Which rows a list of an organization shows; only global administrators get all by naming none. */
    protected List<Condition> listed(Call call, String organization) {
        return organization.isEmpty() && call.caller().global() ? List.of() : List.of(equal(type.scope().name(), organization));
    }

    /** Checks a new object and fills what the server fills. */
    protected void adding(Call call, E entity) {
    }

    /** Checks the new content of an object; answers the fields that keep their stored value. */
    protected Set<String> updating(Call call, E stored, E sent) {
        return Set.of();
    }

    /** Whether an object may be deleted; when not, the answer is {@code Unaffected}. */
    protected boolean deletable(Call call, E stored) {
        return true;
    }

    /** What else changes, in the same transaction. {@code before} is null after an add, {@code after} null after a delete. */
    protected void changed(Call call, E before, E after) {
    }

    /** Fills computed fields of rows for an answer, with a constant number of statements. */
    protected void complete(Call call, List<E> rows, boolean listed) {
    }

    /** What the caller sees of an object: all secrets masked unless an override reveals some. */
    protected Object view(Call call, E entity) {
        return entity;
    }

    /** What the caller sees of the rows of a list. */
    protected List<?> views(Call call, List<E> rows) {
        complete(call, rows, true);
        List<Object> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(view(call, row)));
        return views;
    }

    /** How a write is answered. */
    protected Envelope answer(boolean affected) {
        return Envelope.affected(affected);
    }

    // ---- verbs

    /** Answers a list. */
    protected Envelope list(Call call) {
        String owner = call.request().formParameter(type.scope().name().equals("owner") ? "owner" : "organization");
        return list(call, listed(call, owner));
    }

    /** Answers a list of the rows that fulfil conditions. */
    protected final Envelope list(Call call, List<Condition> conditions) {
        return Listing.of(store, type).answer(conditions, call.request(), rows -> views(call, rows));
    }

    /** Answers the object that authorization has read, or null. */
    protected Envelope get(Call call) {
        return Envelope.ok(call.target() == null ? null : viewOne(call, type.javaType().cast(call.target())));
    }

    /** What the caller sees of one object, computed fields filled. */
    protected final Object viewOne(Call call, E entity) {
        complete(call, List.of(entity), false);
        return view(call, entity);
    }

    /** Adds an object. */
    protected Envelope add(Call call) {
        E entity = type.javaType().cast(call.entity());
        ownByAdmin(entity);
        type.secrets().stream().filter(secret -> isMask(secret, entity)).forEach(secret -> secret.set(entity, null));
        adding(call, entity);
        if (type.keyOf(entity).incomplete()) {
            throw new ApiException(Message.NAME_EMPTY);
        }
        Lengths.check(entity);
        return added(call, entity);
    }

    /** Types that name their organization in a field of its own are all owned by {@code admin}, whatever a client says. */
    private void ownByAdmin(E entity) {
        if (!type.scope().name().equals("owner")) {
            type.field("owner").set(entity, Directory.ADMIN);
        }
    }

    private static boolean isMask(EntityField field, Entity entity) {
        return Mask.TEXT.equals(field.get(entity));
    }

    /** Stores a checked new object. */
    protected Envelope added(Call call, E entity) {
        return store.inTransaction(() -> {
            if (!store.insert(entity)) {
                return duplicate(entity);
            }
            changed(call, null, entity);
            return answer(true);
        });
    }

    /** What is answered when the key of a new object is taken. */
    protected Envelope duplicate(E entity) {
        throw new ApiException(Message.ALREADY_EXISTS, type.name(), entity.id());
    }

    /** Replaces an object. */
    protected Envelope update(Call call) {
        E sent = type.javaType().cast(call.entity());
        if (call.target() == null) {
            return missing(call);
        }
        E stored = type.javaType().cast(call.target());
        ownByAdmin(sent);
        keepScope(call.caller(), stored, sent);
        Set<String> kept = new HashSet<>(updating(call, stored, sent));
        type.secrets().stream().filter(secret -> isMask(secret, sent)).map(EntityField::name).forEach(kept::add);
        List<String> fields = type.stored().stream().filter(EntityField::wire).map(EntityField::name).filter(name -> !kept.contains(name)).toList();
        type.copy(stored, sent, kept);
        if (type.keyOf(sent).incomplete()) {
            throw new ApiException(Message.NAME_EMPTY);
        }
        Lengths.check(sent);
        return answer(write(call, stored, sent, fields));
    }

    /** Writes fields of a checked object, and what follows from it, in one transaction. */
    protected boolean write(Call call, E stored, E sent, List<String> fields) {
        EntityKey key = type.keyOf(stored);
        try {
            return store.inTransaction(() -> {
                boolean updated = store.update(type, key, sent, fields);
                if (updated) {
                    changed(call, stored, sent);
                }
                return updated;
            });
        } catch (DuplicateKeyException e) {
            throw new ApiException(Message.ALREADY_EXISTS, type.name(), sent.id());
        }
    }

    /** What is answered when the object to update is not there. */
    protected Envelope missing(Call call) {
        return answer(false);
    }

    /** An object stays in its organization unless a global administrator moves it. */
    protected final void keepScope(Caller caller, E stored, E sent) {
        String organization = type.scope().text(stored);
        if (type.scope().text(sent).isEmpty()) {
            type.scope().set(sent, organization);
        } else if (!type.scope().name().equals("name") && !caller.global() && !type.scope().text(sent).equals(organization)) {
            throw Refused.unauthorized();
        }
    }

    /** Deletes an object. */
    protected Envelope delete(Call call) {
        if (call.target() == null) {
            return answer(false);
        }
        E stored = type.javaType().cast(call.target());
        return answer(deletable(call, stored) && store.inTransaction(() -> {
            boolean deleted = store.delete(type, row(stored)) > 0;
            if (deleted) {
                changed(call, stored, null);
            }
            return deleted;
        }));
    }

    /** The query for one row. */
    protected final Query row(E entity) {
        return Query.where(type.keys().stream().map(field -> equal(field.name(), field.text(entity))).toList());
    }
}
