package iam.war.oauth;

import static iam.spi.store.Condition.equal;

import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.LiveTokens;
import iam.war.authn.SigninGate;
import iam.war.crypto.Digests;
import iam.war.data.Directory;
import iam.war.data.RotatedToken;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A refresh token is exchanged for a new pair (RFC 6749 section 6), once; a later reuse ends the whole family (RFC 9700 section 4.14). */
@Component
final class RefreshTokenGrant implements Grant {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    /** A client that repeats a request whose answer it has lost is no thief. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final EntityStore store;
    private final Directory directory;
    private final LiveTokens liveTokens;
    private final SigninGate gate;
    private final TokenIssuer issuer;

    @Inject
    RefreshTokenGrant(EntityStore store, Directory directory, LiveTokens liveTokens, SigninGate gate, TokenIssuer issuer) {
        this.store = store;
        this.directory = directory;
        this.liveTokens = liveTokens;
        this.gate = gate;
        this.issuer = issuer;
    }

    @Override
    public Set<String> types() {
        return Set.of("refresh_token");
    }

    @Override
    public Map<String, Object> grant(Ask ask) {
        String hash = Digests.sha256Hex(ask.get("refresh_token"));
        Token old = directory.tokenByRefreshHash(hash).orElseThrow(() -> unknown(hash));
        if (old.refreshToken.isEmpty() || !old.application.equals(ask.client().application().name)) {
            throw OAuthError.invalidGrant(Message.REFRESH_TOKEN_INVALID);
        }
        if (!old.publicClient) {
            ask.client().required();
        }
        if (!LiveTokens.refreshLasts(old) || !liveTokens.keyed(old)) {
            throw OAuthError.invalidGrant(Message.REFRESH_TOKEN_EXPIRED);
        }
        Token next = issuer.issue(order(old, ask));
        next.code = old.code; // a second use of the code ends these tokens, too
        return TokenAnswer.of(rotate(old, next));
    }

    private OAuthError unknown(String hash) {
        Optional<RotatedToken> rotated = store.find(RotatedToken.TYPE, EntityKey.of(hash));
        if (rotated.isPresent() && System.currentTimeMillis() - rotated.get().rotatedAt > GRACE.toMillis()) {
            store.updateAll(TOKEN, Query.where(equal("family", rotated.get().family)), Map.of("expiresIn", 0));
        }
        return OAuthError.invalidGrant(Message.REFRESH_TOKEN_INVALID);
    }

    private Order order(Token old, Ask ask) {
        Application application = ask.client().application();
        User user = liveTokens.user(old).orElseThrow(() -> OAuthError.invalidGrant(Message.GRANT_USER_FORBIDDEN));
        OAuthError.check("invalid_grant", () -> gate.check(user, application, ""));
        String scope = ask.get("scope").isEmpty() ? old.scope : ask.get("scope");
        if (!Scopes.within(scope, old.scope)) {
            throw OAuthError.of("invalid_scope");
        }
        if (!ask.get("resource").isEmpty() && !ask.get("resource").equals(old.resource)) {
            throw OAuthError.of("invalid_grant", "resource does not match");
        }
        if (!old.dPoPJkt.equals(ask.thumbprint()) && !old.dPoPJkt.isEmpty()) {
            throw OAuthError.of("invalid_dpop_proof", "the token is bound to another key");
        }
        Order order = new Order(application, user, ask.issuer()).scope(scope).resource(old.resource).session(old.sid, old.authTime);
        order.family = old.family;
        order.publicClient = old.publicClient;
        order.thumbprint = old.dPoPJkt;
        return order;
    }

    /** Puts the new row in place of the old one: of several requests at the same time the one that deletes the row has won. */
    private Token rotate(Token old, Token next) {
        boolean won = store.inTransaction(() -> {
            if (store.delete(TOKEN, Query.where(equal("owner", old.owner), equal("name", old.name), equal("refreshTokenHash", old.refreshTokenHash))) != 1) {
                return false;
            }
            RotatedToken rotated = new RotatedToken();
            rotated.refreshTokenHash = old.refreshTokenHash;
            rotated.family = old.family;
            rotated.rotatedAt = System.currentTimeMillis();
            rotated.expiresAt = old.refreshExpireIn * 1000;
            store.insert(rotated);
            store.insert(next);
            return true;
        });
        if (!won) {
            throw OAuthError.invalidGrant(Message.REFRESH_TOKEN_INVALID);
        }
        return next;
    }
}
