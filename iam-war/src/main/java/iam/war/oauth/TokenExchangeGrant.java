package iam.war.oauth;

import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.authn.LiveTokens;
import iam.war.authn.SigninGate;
import iam.war.crypto.Digests;
import iam.war.data.Directory;
import iam.war.jose.Jwts;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** A client turns a live access token of a user into one of its own (RFC 8693). */
@Component
final class TokenExchangeGrant implements Grant {
    private static final String PREFIX = "urn:ietf:params:oauth:token-type:";
    private static final Set<String> TYPES = Set.of("", PREFIX + "access_token", PREFIX + "jwt", PREFIX + "id_token");

    private final EntityStore store;
    private final Directory directory;
    private final LiveTokens liveTokens;
    private final SigninGate gate;
    private final TokenIssuer issuer;

    @Inject
    TokenExchangeGrant(EntityStore store, Directory directory, LiveTokens liveTokens, SigninGate gate, TokenIssuer issuer) {
        this.store = store;
        this.directory = directory;
        this.liveTokens = liveTokens;
        this.gate = gate;
        this.issuer = issuer;
    }

    @Override
    public Set<String> types() {
        return Set.of("urn:ietf:params:oauth:grant-type:token-exchange");
    }

    @Override
    public Map<String, Object> grant(Ask ask) {
        Application application = ask.client().required().application();
        String text = ask.get("subject_token");
        if (text.isEmpty()) {
            throw OAuthError.of("invalid_request", Message.MISSING_PARAMETER_NAMED, "subject_token");
        }
        if (!TYPES.contains(ask.get("subject_token_type"))) {
            throw OAuthError.of("invalid_request", Message.SUBJECT_TOKEN_INVALID);
        }
        Token subject = subject(text, application);
        User user = liveTokens.user(subject).orElseThrow(() -> OAuthError.invalidGrant(Message.SUBJECT_TOKEN_INVALID));
        OAuthError.check("invalid_grant", () -> gate.checkSilently(user, application, ""));
        String scope = ask.get("scope").isEmpty() ? subject.scope : ask.get("scope");
        if (!subject.scope.isEmpty() && !Scopes.within(scope, subject.scope)) {
            throw OAuthError.of("invalid_scope", Message.SCOPE_EXCEEDED, scope);
        }
        Order order = new Order(application, user, ask.issuer()).scope(scope).session(subject.sid, subject.authTime);
        order.audience = ask.get("audience");
        order.thumbprint = ask.thumbprint();
        Token token = issuer.issue(order);
        store.insert(token);
        Map<String, Object> answer = TokenAnswer.of(token);
        answer.put("issued_token_type", PREFIX + "access_token");
        return answer;
    }

    /** The row of the subject token: a live access token of a user, which this client may use. */
    private Token subject(String text, Application application) {
        return directory.tokenByAccessHash(Digests.sha256Hex(text))
                .filter(row -> liveTokens.live(row) && !LiveTokens.ofApplication(row) && row.dPoPJkt.isEmpty())
                .filter(row -> row.application.equals(application.name) || Jwts.peek(text).filter(claims -> addressed(claims, application)).isPresent())
                .orElseThrow(() -> OAuthError.invalidGrant(Message.SUBJECT_TOKEN_INVALID));
    }

    private static boolean addressed(JwtClaims claims, Application application) {
        try {
            return claims.hasAudience() && claims.getAudience().contains(application.clientId);
        } catch (MalformedClaimException e) {
            return false;
        }
    }
}
