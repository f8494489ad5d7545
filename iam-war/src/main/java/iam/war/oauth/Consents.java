package iam.war.oauth;

import iam.api.entity.Application;
import iam.api.entity.ConsentRecord;
import iam.api.entity.User;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a user has agreed to what a client asks for (contract: oauth.md section 5). */
@Component
public final class Consents {
    @Inject
    Consents() {
    }

    /** Whether the user has to be asked: the scope holds custom ones that he has not granted to this application. */
    public boolean required(User user, Application application, String scope) {
        return !missing(user, application, scope).isEmpty();
    }

    /** The custom scopes that the user has not granted yet. */
    public Set<String> missing(User user, Application application, String scope) {
        Set<String> missing = custom(application, scope);
        for (ConsentRecord consent : user.applicationScopes == null ? List.<ConsentRecord>of() : user.applicationScopes) {
            if (consent.application.equals(application.id()) && consent.grantedScopes != null) {
                consent.grantedScopes.forEach(missing::remove);
            }
        }
        return missing;
    }

    /** The custom scopes of an application that a scope holds. */
    static Set<String> custom(Application application, String scope) {
        Set<String> custom = new HashSet<>();
        if (application.customScopes != null) {
            List<String> items = Scopes.split(scope);
            application.customScopes.stream().map(item -> item.scope).filter(items::contains).forEach(custom::add);
        }
        return custom;
    }
}
