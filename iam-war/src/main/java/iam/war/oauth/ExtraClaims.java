package iam.war.oauth;

import iam.spi.claims.ClaimsProvider;
import iam.spi.claims.ClaimsProviderFactory;
import iam.spi.claims.TokenSubject;
import iam.war.Component;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The claims that providers add to tokens. What the server says itself, or leaves out, is not theirs. */
@Component
final class ExtraClaims {
    private static final Logger LOG = LoggerFactory.getLogger(ExtraClaims.class);
    /** Claims with a meaning to this server or to those who check its tokens (RFC 7519, 7800, 8693, 9068, OpenID Connect). */
    private static final Set<String> OWN = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "azp", "act", "may_act", "cnf", "client_id", "nonce", "scope", "sid", "auth_time", "acr", "amr",
            "at_hash", "c_hash", "s_hash", "tokenType", "TokenType", "isAdmin", "isGlobalAdmin");

    private final Map<String, ClaimsProvider> providers;

    @Inject
    ExtraClaims(Providers providers) {
        this.providers = providers.all(ClaimsProviderFactory.class, () -> null);
    }

    /** Adds the claims of all providers to those of a token; none takes the place of one that is there. */
    void add(Map<String, Object> claims, Order order) {
        for (Map.Entry<String, ClaimsProvider> provider : providers.entrySet()) {
            try {
                provider.getValue().claims(subject(order)).forEach((name, value) -> {
                    if (!OWN.contains(name)) {
                        claims.putIfAbsent(name, value);
                    }
                });
            } catch (RuntimeException e) {
                LOG.warn("a token of {} goes without the claims of {}: {}", order.application.name, provider.getKey(), e.getMessage());
            }
        }
    }

    private static TokenSubject subject(Order order) {
        return order.user == null ? new TokenSubject(order.application.name, order.application.organization, "", "", order.scope)
                : new TokenSubject(order.application.name, order.user.owner, order.user.name, order.user.id, order.scope);
    }
}
