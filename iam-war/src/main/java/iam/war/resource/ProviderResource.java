package iam.war.resource;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.in;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.Revealed;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.Resource;
import iam.spi.authn.Caller;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Quotas;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Providers: those of an organization, and shared ones that {@code admin} owns. Their secrets are shown only on demand, to those who administer the owner. */
@Component
final class ProviderResource extends Crud<Provider> {
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);
    private static final EntityType<Resource> RESOURCE = EntityType.of(Resource.class);
    private static final Set<String> SECRETS = Set.of("clientSecret", "clientSecret2");
    /** In this category the field holds the name of the sender. */
    private static final Set<String> SENDER = Set.of("clientSecret2");

    private final Quotas quotas;
    private final References references;

    @Inject
    ProviderResource(EntityStore store, Quotas quotas, References references) {
        super(EntityType.of(Provider.class), store);
        this.quotas = quotas;
        this.references = references;
    }

    @Override
    protected String[] reads(String verb) {
        return verb.equals("list") || verb.equals("get") ? new String[] {"withSecret"} : new String[0];
    }

    @Override
    public List<Operation> operations() {
        return List.of(list(Access.ADMIN), get(Access.ANYONE), add(Access.ADMIN), update(Target.update(type)), delete(Access.ADMIN),
                Operation.of("GET", "/api/get-global-providers", "Lists all providers; for an application those it may use").access(Access.APPLICATION)
                        .query("withSecret").query(Listing.PARAMETERS).run(call -> list(call, usable(call.caller()))));
    }

    private static List<Condition> usable(Caller caller) {
        return caller.global() ? List.of() : List.of(in("owner", List.of(caller.organization(), Directory.ADMIN)));
    }

    @Override
    protected List<Condition> listed(Call call, String owner) {
        return List.of(in("owner", List.of(owner, Directory.ADMIN)));
    }

    @Override
    protected Envelope get(Call call) {
        if (withSecret(call)) {
            if (call.caller().kind() == Caller.Kind.ANONYMOUS) {
                throw new ApiException(Message.PLEASE_LOGIN_FIRST).data(Message.PLEASE_LOGIN_FIRST.english());
            }
            if (call.target() != null && !call.caller().administers(((Provider) call.target()).owner)) {
                throw new ApiException(Message.ADMINISTRATOR_REQUIRED);
            }
        }
        return super.get(call);
    }

    private static boolean withSecret(Call call) {
        return call.request().query("withSecret").equals("1");
    }

    @Override
    protected Object view(Call call, Provider provider) {
        if (withSecret(call) && call.caller().administers(provider.owner)) {
            return new Revealed(provider, SECRETS);
        }
        return provider.category.equals("Email") ? new Revealed(provider, SENDER) : provider;
    }

    @Override
    protected void adding(Call call, Provider provider) {
        quotas.check(type, Message.PROVIDER_QUOTA_EXCEEDED);
        check(provider);
    }

    @Override
    protected Set<String> updating(Call call, Provider stored, Provider sent) {
        check(sent);
        return Set.of();
    }

    private static void check(Provider provider) {
        try {
            Pattern.compile(provider.emailRegex);
        } catch (PatternSyntaxException e) {
            throw new ApiException(Message.VALUE_INVALID, "emailRegex");
        }
        if (provider.type.equals("Local File System") && Arrays.asList(provider.pathPrefix.split("[/\\\\]")).contains("..")) {
            throw new ApiException(Message.PATH_PREFIX_REFUSED, provider.pathPrefix);
        }
    }

    @Override
    protected void changed(Call call, Provider before, Provider after) {
        if (before != null && after != null && !before.name.equals(after.name)) {
            boolean shared = before.owner.equals(Directory.ADMIN);
            List<Condition> reach = shared ? List.of() : List.of(equal("organization", before.owner));
            store.list(APPLICATION, Query.where(reach)).forEach(application -> rename(application, before, after.name));
            if (shared) {
                references.replaceEverywhere(RESOURCE, "provider", before.name, after.name);
            } else {
                references.replace(RESOURCE, before.owner, "provider", before.name, after.name);
            }
        }
    }

    private void rename(Application application, Provider provider, String name) {
        boolean changed = false;
        for (var item : Defaults.present(application.providers)) {
            if (item.name.equals(provider.name) && (item.owner.isEmpty() || item.owner.equals(provider.owner))) {
                item.name = name;
                changed = true;
            }
        }
        if (changed) {
            store.update(APPLICATION, APPLICATION.keyOf(application), application, List.of("providers"));
        }
    }
}
