package iam.war.oauth;

import iam.api.entity.Token;
import iam.spi.store.EntityStore;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** The client acts for itself (RFC 6749 section 4.4): one signature, one insert. */
@Component
final class ClientCredentialsGrant implements Grant {
    private final EntityStore store;
    private final TokenIssuer issuer;

    @Inject
    ClientCredentialsGrant(EntityStore store, TokenIssuer issuer) {
        this.store = store;
        this.issuer = issuer;
    }

    @Override
    public Set<String> types() {
        return Set.of(Token.CLIENT_CREDENTIALS);
    }

    @Override
    public Map<String, Object> grant(Ask ask) {
        ask.client().required();
        String scope = Scopes.grant(ask.client().application(), ask.get("scope")).orElseThrow(() -> OAuthError.of("invalid_scope"));
        Order order = new Order(ask.client().application(), null, ask.issuer()).scope(scope);
        order.thumbprint = ask.thumbprint();
        Token token = issuer.issue(order);
        store.insert(token);
        return TokenAnswer.of(token);
    }
}
