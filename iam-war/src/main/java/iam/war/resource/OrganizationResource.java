package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Mask;
import iam.api.Message;
import iam.api.Revealed;
import iam.api.entity.Organization;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.Passwords;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Cidrs;
import iam.war.data.Quotas;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Organizations. Only global administrators add and delete them; an administrator edits his own, but for what would reach beyond it. */
@Component
final class OrganizationResource extends Crud<Organization> {
    /** Names that mean something else where an organization may stand: owner of shared objects, prefix of an application's id. */
    private static final Set<String> RESERVED = Set.of(Directory.ADMIN, "app", "app-dcr");
    private static final Set<String> GLOBAL_ONLY = Set.of("navItems", "userNavItems", "widgetItems", "orgBalance", "userBalance", "balanceCredit");

    private final Directory directory;
    private final Passwords passwords;
    private final Quotas quotas;
    private final OrganizationRename renames;

    @Inject
    OrganizationResource(Directory directory, EntityStore store, Passwords passwords, Quotas quotas, OrganizationRename renames) {
        super(EntityType.of(Organization.class), store);
        this.directory = directory;
        this.passwords = passwords;
        this.quotas = quotas;
        this.renames = renames;
    }

    @Override
    public List<Operation> operations() {
        return List.of(get(Access.ADMIN), add(Access.GLOBAL), update(Target.update(type)), delete(Access.GLOBAL),
                Operation.of("GET", "/api/get-organizations", "Lists the caller's organization; all of them for global administrators").access(Access.ANYONE)
                        .givesAll(Organization.class).query("owner", "organizationName").query(Listing.PARAMETERS).run(this::visible),
                Operation.of("GET", "/api/get-organization-names", "Lists names and display names").access(Access.ANYONE).query("owner").run(call -> names()));
    }

    private Envelope visible(Call call) {
        Caller caller = call.caller();
        if (caller.kind() == Caller.Kind.ANONYMOUS || caller.kind() == Caller.Kind.DYNAMIC_CLIENT) {
            throw new ApiException(Message.PLEASE_SIGN_IN_FIRST);
        }
        String wanted = call.request().query("organizationName");
        if (caller.global()) {
            return list(call, wanted.isEmpty() ? List.of() : List.of(equal("name", wanted)));
        }
        return Envelope.ok(directory.organization(caller.organization()).map(own -> List.of(view(call, own))).orElse(List.of()));
    }

    /** Hours that nobody has set are answered as those that count; lists and applications show what is stored. */
    @Override
    protected Envelope get(Call call) {
        if (call.target() == null) {
            return Envelope.ok(null);
        }
        Organization organization = type.copy((Organization) call.target());
        organization.mfaRememberInHours = organization.mfaRememberInHours == 0 ? Defaults.REMEMBER_HOURS : organization.mfaRememberInHours;
        return Envelope.ok(viewOne(call, organization));
    }

    private Envelope names() {
        return Envelope.ok(store.list(type, Query.where().ascending("name")).stream().map(organization -> {
            Organization named = new Organization();
            named.name = organization.name;
            named.displayName = organization.displayName;
            return named;
        }).toList());
    }

    @Override
    protected Object view(Call call, Organization organization) {
        if (call.caller().global()) {
            return new Revealed(organization, Set.of("passwordSalt", "passwordObfuscatorKey", "kerberosKeytab"));
        }
        return call.caller().administers(organization.name) ? new Revealed(organization, Set.of("kerberosKeytab")) : organization;
    }

    @Override
    protected void adding(Call call, Organization organization) {
        quotas.check(type, Message.ORGANIZATION_QUOTA_EXCEEDED);
        if (RESERVED.contains(organization.name)) {
            throw new ApiException(Message.VALUE_INVALID, "name");
        }
        Cidrs.check(organization.ipWhitelist);
        Defaults.fill(organization);
        hashMasterPassword(organization);
    }

    @Override
    protected Set<String> updating(Call call, Organization stored, Organization sent) {
        Set<String> kept = new HashSet<>();
        if (!call.caller().global()) {
            kept.addAll(GLOBAL_ONLY);
        }
        if (stored.name.equals(Directory.BUILT_IN) || !call.caller().global()) {
            sent.name = stored.name;
        }
        if (!sent.name.equals(stored.name) && RESERVED.contains(sent.name)) {
            throw new ApiException(Message.VALUE_INVALID, "name");
        }
        Cidrs.check(sent.ipWhitelist);
        Defaults.fillAlways(sent);
        if (!sent.masterPassword.equals(Mask.TEXT)) {
            hashMasterPassword(sent);
        }
        return kept;
    }

    private void hashMasterPassword(Organization organization) {
        if (!organization.masterPassword.isEmpty()) {
            organization.masterPassword = passwords.hash(organization.passwordType, organization.masterPassword, organization.passwordSalt);
        }
    }

    @Override
    protected boolean deletable(Call call, Organization stored) {
        return !stored.name.equals(Directory.BUILT_IN);
    }

    @Override
    protected void changed(Call call, Organization before, Organization after) {
        if (before != null && after != null && !before.name.equals(after.name)) {
            renames.apply(before.name, after.name);
        }
    }
}
