package iam.war.oauth;

import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.SigninGate;
import iam.war.data.Directory;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;

/** An assertion that the client has signed stands for the user it names (RFC 7523 section 2.1). */
@Component
final class JwtBearerGrant implements Grant {
    private final EntityStore store;
    private final Directory directory;
    private final Assertions assertions;
    private final SigninGate gate;
    private final TokenIssuer issuer;

    @Inject
    JwtBearerGrant(EntityStore store, Directory directory, Assertions assertions, SigninGate gate, TokenIssuer issuer) {
        this.store = store;
        this.directory = directory;
        this.assertions = assertions;
        this.gate = gate;
        this.issuer = issuer;
    }

    @Override
    public Set<String> types() {
        return Set.of("urn:ietf:params:oauth:grant-type:jwt-bearer");
    }

    @Override
    public Map<String, Object> grant(Ask ask) {
        Application application = ask.client().application();
        JwtClaims claims = assertions.verify(application, ask.get("assertion"), ask.request()).orElseThrow(() -> OAuthError.invalidGrant(Message.ASSERTION_INVALID));
        User user = directory.userByLogin(application.organization, Assertions.text(claims, "sub")).filter(Callers::active)
                .orElseThrow(() -> OAuthError.invalidGrant(Message.GRANT_USER_UNKNOWN));
        OAuthError.check("invalid_grant", () -> gate.checkSilently(user, application, ""));
        String scope = Scopes.grant(application, ask.get("scope")).orElseThrow(() -> OAuthError.of("invalid_scope"));
        Order order = new Order(application, user, ask.issuer()).scope(scope);
        order.thumbprint = ask.thumbprint();
        Token token = issuer.issue(order);
        store.insert(token);
        return TokenAnswer.of(token);
    }
}
