package iam.war.enforce;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iam.api.ApiException;
import iam.api.Message;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Assertion;
import org.casbin.jcasbin.model.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides by Casbin models. What was compiled is kept under its whole content, so a change of model or policies needs no invalidation. */
@Component
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final int MOST_POLICIES = 100_000;

    private final Cache<PolicySet, Enforcer> compiled = Caffeine.newBuilder().maximumWeight(MOST_POLICIES)
            .weigher((PolicySet set, Enforcer enforcer) -> 1 + set.policies().size() + set.roles().size()).build();

    @Inject
    Engine() {
    }

    /**
     * Decides.
     *
     * @param set model and policies
     * @param request the values in the order of the model's request definition
     * @return whether the request is allowed
     * @throws ApiException when the request does not fit the model
     */
    boolean allows(PolicySet set, List<String> request) {
        Enforcer enforcer = compiled.get(set, Engine::compile);
        int wanted = enforcer.getModel().model.get("r").get("r").tokens.length;
        if (wanted != request.size()) {
            throw new ApiException(Message.VALUE_INVALID, "request");
        }
        synchronized (enforcer) {
            try {
                return enforcer.enforce(request.toArray());
            } catch (RuntimeException e) {
                LOG.debug("a model can't decide", e);
                throw new ApiException(Message.MODEL_TEXT_INVALID, "matchers");
            }
        }
    }

    private static Enforcer compile(PolicySet set) {
        Model model = Models.parse(set.modelText());
        set.policies().forEach(policy -> add(model, "p", policy));
        set.roles().forEach(role -> add(model, "g", role));
        try {
            Enforcer enforcer = new Enforcer(model);
            enforcer.enableLog(false);
            enforcer.setAviatorEvaluator(Sandbox.create());
            enforcer.addFunction("regexMatch", new Sandbox.RegexMatch());
            enforcer.buildRoleLinks();
            return enforcer;
        } catch (RuntimeException e) {
            LOG.debug("a model can't be used", e);
            throw new ApiException(Message.MODEL_TEXT_INVALID, "matchers");
        }
    }

    /** Adds a row cut or filled up to the length of its definition; rows of types that the model does not define have no effect. */
    private static void add(Model model, String section, List<String> row) {
        Map<String, Assertion> definitions = model.model.get(section);
        Assertion definition = definitions == null ? null : definitions.get(row.get(0));
        if (definition == null) {
            return;
        }
        int length = section.equals("p") ? definition.tokens.length : definition.value.split(",").length;
        List<String> values = new ArrayList<>(row.subList(1, Math.min(row.size(), length + 1)));
        values.addAll(Collections.nCopies(length - values.size(), ""));
        model.addPolicy(section, row.get(0), values);
    }
}
