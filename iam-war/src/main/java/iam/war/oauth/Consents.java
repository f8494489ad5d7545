package iam.war.oauth;

import iam.api.EntityType;
import iam.api.entity.Application;
import iam.api.entity.ConsentRecord;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a user has agreed to that clients may have (contract: oauth.md section 5). */
@Component
public final class Consents {
    private static final EntityType<User> USER = EntityType.of(User.class);

    private final EntityStore store;

    @Inject
    Consents(EntityStore store) {
        this.store = store;
    }

    /** Whether the user has to be asked: the scope holds custom ones that he has not granted to this application. */
    public boolean required(User user, Application application, String scope) {
        return !missing(user, application, scope).isEmpty();
    }

    /** The custom scopes that the user has not granted yet. */
    public Set<String> missing(User user, Application application, String scope) {
        Set<String> missing = custom(application, scope);
        records(user).stream().filter(consent -> of(consent, application.id())).forEach(consent -> missing.removeAll(consent.grantedScopes));
        return missing;
    }

    /** What of a scope needs no consent, or has it. */
    public String covered(User user, Application application, String scope) {
        Set<String> missing = missing(user, application, scope);
        return String.join(" ", granted(application, scope).stream().filter(item -> !missing.contains(item)).toList());
    }

    /** The custom scopes of an application that a scope holds, in the order of the scope. */
    private static Set<String> custom(Application application, String scope) {
        Set<String> custom = new LinkedHashSet<>(granted(application, scope));
        custom.retainAll(application.customScopes == null ? Set.of() : application.customScopes.stream().map(item -> item.scope).toList());
        return custom;
    }

    /** What a token with a scope has: a pattern in it stands for the scopes that it matches. */
    public static List<String> granted(Application application, String scope) {
        return Scopes.split(Scopes.grant(application, scope).orElse(scope));
    }

    private static List<ConsentRecord> records(User user) {
        return user.applicationScopes == null ? List.of() : user.applicationScopes;
    }

    private static boolean of(ConsentRecord consent, String application) {
        return consent.application.equals(application) && consent.grantedScopes != null;
    }

    /** The user grants scopes; what is no custom scope of the application needs no record. */
    public void grant(User user, Application application, Collection<String> granted) {
        Set<String> scopes = custom(application, String.join(" ", granted));
        List<ConsentRecord> left = new ArrayList<>();
        for (ConsentRecord consent : records(user)) {
            if (of(consent, application.id())) {
                scopes.addAll(consent.grantedScopes);
            } else {
                left.add(consent);
            }
        }
        left.add(record(application.id(), scopes));
        write(user, left);
    }

    /** The user takes scopes back. */
    void revoke(User user, String application, Collection<String> revoked) {
        List<ConsentRecord> left = new ArrayList<>();
        for (ConsentRecord consent : records(user)) {
            Set<String> scopes = new LinkedHashSet<>(consent.grantedScopes == null ? List.of() : consent.grantedScopes);
            if (consent.application.equals(application)) {
                scopes.removeAll(revoked);
            }
            if (!scopes.isEmpty()) {
                left.add(record(consent.application, scopes));
            }
        }
        write(user, left);
    }

    private static ConsentRecord record(String application, Set<String> scopes) {
        ConsentRecord consent = new ConsentRecord();
        consent.application = application;
        consent.grantedScopes = new ArrayList<>(scopes);
        return consent;
    }

    private void write(User user, List<ConsentRecord> consents) {
        user.applicationScopes = consents;
        store.update(USER, USER.keyOf(user), user, List.of("applicationScopes"));
    }
}
