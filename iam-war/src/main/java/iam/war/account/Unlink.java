package iam.war.account;

import static iam.spi.store.Condition.in;

import iam.api.ApiException;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.ProviderItem;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.ApplicationView;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the identity that a third-party provider knows a user by off his account. */
@Component
final class Unlink implements Operations {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);

    private final EntityStore store;
    private final Directory directory;

    @Inject
    Unlink(EntityStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** What is sent. */
    public static final class Form {
        /** The type of the provider, such as {@code GitHub}. */
        public String providerType = "";
        /** Whose account it is; absent for the caller's own. */
        public Account user;
    }

    /** Names an account. */
    public static final class Account {
        /** The organization. */
        public String owner = "";
        /** The user's name. */
        public String name = "";
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("POST", "/api/unlink", "Takes a third-party identity off an account").access(Access.SIGNED_IN).takes(Form.class).query("userId").run(this::unlink));
    }

    private Envelope unlink(Call call) {
        Form form = call.request().body().json(Form.class);
        Caller caller = call.caller();
        String[] key = key(call, form);
        boolean administrator = caller.administers(key[0]);
        if (!administrator && !caller.is(key[0], key[1])) {
            throw new ApiException(Message.UNAUTHORIZED_OPERATION);
        }
        User user = directory.user(key[0], key[1]).orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, key[0] + "/" + key[1]));
        EntityField field = USER.find(form.providerType.toLowerCase(Locale.ROOT)).filter(EntityField::packed)
                .orElseThrow(() -> new ApiException(Message.PROVIDER_UNKNOWN, form.providerType));
        if (!administrator && !mayUnlink(user, form.providerType)) {
            throw new ApiException(Message.PROVIDER_NOT_UNLINKABLE);
        }
        if (field.text(user).isEmpty()) {
            throw new ApiException(Message.LINK_FIRST);
        }
        store.inTransaction(() -> clear(user, field, "oauth_" + form.providerType.toLowerCase(Locale.ROOT) + "_"));
        return Envelope.ok(null);
    }

    private static String[] key(Call call, Form form) {
        String id = call.request().query("userId");
        return form.user != null ? new String[] {form.user.owner, form.user.name} : Ids.pair(id.isEmpty() ? call.caller().id() : id);
    }

    /** Members may where their application says so. */
    private boolean mayUnlink(User user, String type) {
        return directory.application(user.signupApplication).filter(application -> items(application, type).stream().anyMatch(item -> item.canUnlink)).isPresent();
    }

    private List<ProviderItem> items(Application application, String type) {
        List<ProviderItem> items = Defaults.present(application.providers);
        Set<String> names = items.stream().map(item -> item.name).collect(Collectors.toSet());
        if (names.isEmpty()) {
            return List.of();
        }
        List<Provider> candidates = store.list(PROVIDER, Query.where(in("name", names))).stream().filter(provider -> provider.type.equalsIgnoreCase(type)).toList();
        return items.stream().filter(item -> ApplicationView.provider(application, item, candidates) != null).toList();
    }

    private boolean clear(User user, EntityField field, String prefix) {
        User stored = store.find(USER, USER.keyOf(user)).orElse(user);
        field.set(stored, "");
        if (stored.properties != null) {
            stored.properties = new HashMap<>(stored.properties);
            stored.properties.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix));
        }
        return store.update(USER, USER.keyOf(stored), stored, List.of(field.name(), "properties"));
    }
}
