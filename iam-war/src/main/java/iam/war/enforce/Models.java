package iam.war.enforce;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iam.api.ApiException;
import iam.api.Message;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casbin.jcasbin.model.Assertion;
import org.casbin.jcasbin.model.Model;

/** Parses the texts of Casbin models, once each. */
@Component
public final class Models {
    private static final Map<String, String> REQUIRED = new TreeMap<>(Map.of("r", "request_definition", "p", "policy_definition", "e", "policy_effect", "m", "matchers"));

    private final Cache<String, Shape> shapes = Caffeine.newBuilder().maximumSize(1000).build();

    @Inject
    Models() {
    }

    /**
     * What there is to know of a model without using it.
     *
     * @param policyTokens how many things a policy names
     * @param roles whether it knows roles
     * @param domains whether its roles are bound to domains
     * @param effects whether a policy may say that it denies
     */
    public record Shape(int policyTokens, boolean roles, boolean domains, boolean effects) {
    }

    /**
     * The shape of a model.
     *
     * @throws ApiException when the text is no model
     */
    public Shape shape(String text) {
        return shapes.get(text, Models::read);
    }

    private static Shape read(String text) {
        Model model = parse(text);
        Map<String, Assertion> roles = model.model.get("g");
        boolean domains = roles != null && roles.values().stream().anyMatch(definition -> definition.value.split(",").length > 2);
        String[] policy = model.model.get("p").get("p").tokens;
        return new Shape(policy.length, roles != null, domains, List.of(policy).contains("p_eft"));
    }

    /** The definitions of a model by their key, such as {@code r}, {@code p} and {@code m}. */
    public static Map<String, String> definitions(String text) {
        Map<String, String> definitions = new TreeMap<>();
        parse(text).model.values().forEach(section -> section.forEach((key, definition) -> definitions.put(key, definition.value)));
        return definitions;
    }

    /**
     * Parses a model; the result belongs to the caller.
     *
     * @throws ApiException when the text is no model
     */
    static Model parse(String text) {
        Model model = new Model();
        try {
            model.loadModelFromText(text);
        } catch (RuntimeException e) {
            // The library throws what happens to go wrong; its words are about the text that was sent.
            throw new ApiException(Message.MODEL_TEXT_INVALID, String.valueOf(e.getMessage()));
        }
        List<String> missing = REQUIRED.entrySet().stream().filter(section -> absent(model, section.getKey())).map(Map.Entry::getValue).toList();
        if (!missing.isEmpty()) {
            throw new ApiException(Message.MODEL_SECTIONS_MISSING, String.join(",", missing));
        }
        return model;
    }

    private static boolean absent(Model model, String section) {
        Map<String, Assertion> definitions = model.model.get(section);
        return definitions == null || !definitions.containsKey(section);
    }
}
