package iam.war.enforce;

import iam.api.entity.Enforcer;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.Map;

/** The models of enforcers, for those who look at enforcers. */
@Component
public final class EnforcerModels {
    private final Deciders deciders;

    @Inject
    EnforcerModels(Deciders deciders) {
        this.deciders = deciders;
    }

    /** The definitions of the model of an enforcer by their key. */
    public Map<String, String> definitions(Enforcer enforcer) {
        return Models.definitions(deciders.model(enforcer).modelText);
    }
}
