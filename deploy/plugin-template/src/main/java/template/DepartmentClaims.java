package template;

import iam.spi.claims.ClaimsProvider;
import iam.spi.claims.ClaimsProviderFactory;
import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import java.util.List;
import java.util.Map;

/** Registers a provider that adds the claim {@code department} to the tokens of users, from the setting {@code iam.claims.department.name}. */
public final class DepartmentClaims implements ClaimsProviderFactory {
    @Override
    public String id() {
        return "department";
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.optional("name", Type.TEXT, "The department of all users.", "sales"));
    }

    @Override
    public ClaimsProvider create(Config config, Void context) {
        String name = config.text("name");
        return subject -> subject.user().isEmpty() ? Map.of() : Map.of("department", name);
    }
}
