package iam.providers.claims;

import iam.spi.claims.ClaimsProvider;
import iam.spi.claims.ClaimsProviderFactory;
import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registers claims that settings name, such as the zone that a server stands in. */
public final class FixedClaimsFactory implements ClaimsProviderFactory {
    @Override
    public String id() {
        return "fixed";
    }

    @Override
    public boolean enabledByDefault() {
        return false;
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.required("values", Type.TEXT, "The claims, as in zone=eu, stage=test."));
    }

    @Override
    public ClaimsProvider create(Config config, Void context) {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (String pair : config.text("values").split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("a claim is NAME=VALUE, not '" + pair.trim() + "'");
            }
            claims.put(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
        }
        return new FixedClaims(Map.copyOf(claims));
    }
}
