package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Randoms;
import iam.war.data.ApplicationView;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Quotas;
import iam.war.data.WebAddress;
import iam.war.data.Cidrs;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Refused;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applications. Everybody may read what a sign-in page needs; names and client ids are unique, and a taken one changes nothing. */
@Component
final class ApplicationResource extends Crud<Application> {
    private static final String BUILT_IN = "app-built-in";

    private final Directory directory;
    private final ApplicationView view;
    private final Quotas quotas;
    private final ApplicationRename renames;

    @Inject
    ApplicationResource(EntityStore store, Directory directory, ApplicationView view, Quotas quotas, ApplicationRename renames) {
        super(EntityType.of(Application.class), store);
        this.directory = directory;
        this.view = view;
        this.quotas = quotas;
        this.renames = renames;
    }

    @Override
    protected String[] reads(String verb) {
        return switch (verb) {
            case "get" -> new String[] {"withKey"};
            case "update" -> new String[] {"columns"};
            default -> new String[0];
        };
    }

    @Override
    public List<Operation> operations() {
        return List.of(list(Access.ADMIN), get(Access.ANYONE), add(Access.ADMIN), update(Target.update(type)), delete(Access.ADMIN),
                Operation.of("GET", "/api/get-organization-applications", "Lists the applications of the caller's organization").access(Access.ANYONE)
                        .givesAll(Application.class).asksToSignIn().required("organization").query("owner").query(Listing.PARAMETERS).run(this::ofOrganization),
                Operation.of("GET", "/api/get-user-application", "Reads the application that a user signed up to").access(Access.ANYONE)
                        .target(Target.id(EntityType.of(User.class))).gives(Application.class).required("id").run(this::ofUser),
                Operation.of("GET", "/api/get-default-application", "Reads the default application of an organization").access(Access.ANYONE)
                        .target(Target.id(EntityType.of(Organization.class))).gives(Application.class).required("id").run(this::ofDefault));
    }

    @Override
    protected List<?> views(Call call, List<Application> rows) {
        return view.of(call.caller(), rows);
    }

    @Override
    protected Envelope get(Call call) {
        Optional<Application> found = call.target() == null
                ? directory.application(Ids.pair(call.request().query("id"))[1]) : Optional.of((Application) call.target());
        boolean withKey = !call.request().query("withKey").isEmpty();
        return Envelope.ok(found.map(application -> view.of(call.caller(), application, withKey)).orElse(null));
    }

    private Envelope ofOrganization(Call call) {
        String organization = call.request().query("organization");
        if (organization.isEmpty()) {
            throw new ApiException(Message.MISSING_PARAMETER_NAMED, "organization");
        } else if (call.caller().kind() == Caller.Kind.ANONYMOUS) {
            throw new ApiException(Message.PLEASE_LOGIN_FIRST).data(Message.PLEASE_LOGIN_FIRST.english());
        }
        boolean member = call.caller().kind() != Caller.Kind.DYNAMIC_CLIENT && call.caller().organization().equals(organization);
        if (!member && !call.caller().administers(organization)) {
            throw Refused.unauthorized();
        }
        return list(call, List.of(equal("organization", organization)));
    }

    private Envelope ofUser(Call call) {
        User user = (User) call.target();
        if (user == null) {
            throw new ApiException(Message.USER_UNKNOWN, call.request().query("id"));
        }
        return Envelope.ok(directory.application(user.signupApplication).or(() -> directory.organization(user.owner).flatMap(this::ofDefault))
                .map(application -> view.of(call.caller(), application, false)).orElse(null));
    }

    private Envelope ofDefault(Call call) {
        Organization organization = (Organization) call.target();
        if (organization == null) {
            throw new ApiException(Message.ORGANIZATION_UNKNOWN, call.request().query("id"));
        }
        Application application = ofDefault(organization).orElseThrow(() -> new ApiException(Message.ORGANIZATION_WITHOUT_APPLICATION, organization.owner));
        return Envelope.ok(view.of(call.caller(), application, false));
    }

    /** The application that an organization names, or else its first one. */
    private Optional<Application> ofDefault(Organization organization) {
        return directory.application(organization.defaultApplication)
                .or(() -> store.list(type, Query.where(equal("organization", organization.name)).ascending("createdTime").window(0, 1)).stream().findFirst());
    }

    @Override
    protected void adding(Call call, Application application) {
        if (application.organization.isEmpty()) {
            application.organization = Directory.BUILT_IN;
        }
        quotas.check(type, Message.APPLICATION_QUOTA_EXCEEDED);
        check(application);
        application.clientId = application.clientId.isEmpty() ? Randoms.hex(10) : application.clientId;
        application.clientSecret = application.clientSecret.isEmpty() ? Randoms.hex(20) : application.clientSecret;
        if (application.tokenFormat.isEmpty()) {
            String format = directory.organization(application.organization).map(organization -> organization.defaultTokenFormat).orElse("");
            application.tokenFormat = format.isEmpty() ? "JWT" : format;
        }
        Defaults.fill(application);
    }

    @Override
    protected Set<String> updating(Call call, Application stored, Application sent) {
        if (stored.name.equals(BUILT_IN)) {
            sent.name = stored.name;
        }
        Set<String> kept = Columns.kept(type, call.request());
        type.copy(stored, sent, kept);
        check(sent);
        boolean open = stored.grantTypes == null && sent.grantTypes == null;
        Defaults.fill(sent);
        if (open) {
            sent.grantTypes = null;
        }
        return kept;
    }

    private static void check(Application application) {
        if (application.isShared && !application.organization.equals(Directory.BUILT_IN)) {
            throw new ApiException(Message.ONLY_BUILT_IN_CAN_SHARE);
        }
        Cidrs.check(application.ipWhitelist);
        if (!application.frontchannelLogoutUri.isEmpty() && WebAddress.parse(application.frontchannelLogoutUri).isEmpty()) {
            throw new ApiException(Message.VALUE_INVALID, "frontchannelLogoutUri");
        }
    }

    @Override
    protected Envelope added(Call call, Application application) {
        return store.inTransaction(() -> clientIdFree(application, "") ? super.added(call, application) : answer(false));
    }

    @Override
    protected Envelope duplicate(Application application) {
        return answer(false);
    }

    @Override
    protected boolean write(Call call, Application stored, Application sent, List<String> fields) {
        return clientIdFree(sent, stored.name) && super.write(call, stored, sent, fields);
    }

    private boolean clientIdFree(Application application, String name) {
        return application.clientId.isEmpty() || store.list(type, Query.where(equal("clientId", application.clientId))).stream().allMatch(other -> other.name.equals(name));
    }

    @Override
    protected boolean deletable(Call call, Application stored) {
        return !stored.name.equals(BUILT_IN) && stored.organization.equals(((Application) call.entity()).organization);
    }

    @Override
    protected void changed(Call call, Application before, Application after) {
        if (before != null && after != null && !before.name.equals(after.name)) {
            renames.apply(before, after.name);
        }
    }
}
