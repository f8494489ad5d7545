package iam.war.oauth;

import static iam.spi.store.Condition.equal;

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
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A code is exchanged for the tokens it was made with (RFC 6749 section 4.1.3, RFC 7636), once; a second use ends them. */
@Component
final class AuthorizationCodeGrant implements Grant {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    /** The constant that the Java SDK sends whatever the sign-in used. */
    private static final String SDK_REDIRECT = "/api/login/oauth/authorize";

    private final EntityStore store;
    private final Directory directory;
    private final TokenIssuer issuer;
    private final LiveTokens liveTokens;
    private final SigninGate gate;
    private final GuestSignin guests;

    @Inject
    AuthorizationCodeGrant(EntityStore store, Directory directory, TokenIssuer issuer, LiveTokens liveTokens, SigninGate gate, GuestSignin guests) {
        this.store = store;
        this.directory = directory;
        this.issuer = issuer;
        this.liveTokens = liveTokens;
        this.gate = gate;
        this.guests = guests;
    }

    @Override
    public Set<String> types() {
        return Set.of("authorization_code");
    }

    @Override
    public boolean always() {
        return true;
    }

    @Override
    public boolean checksClient() {
        return true;
    }

    @Override
    public Map<String, Object> grant(Ask ask) {
        String code = ask.get("code");
        if (code.isEmpty()) {
            throw OAuthError.invalidRequest(Message.AUTHORIZATION_CODE_EMPTY);
        }
        if (code.equals(GuestSignin.CODE)) {
            ask.client().checked();
            return TokenAnswer.of(guests.issue(ask));
        }
        Token token = directory.tokenByCode(code).orElseThrow(() -> OAuthError.invalidGrant(Message.AUTHORIZATION_CODE_INVALID, code.length() > 100 ? "" : code));
        if (token.codeIsUsed) {
            throw reused(token);
        }
        checkVerifier(token, ask.get("code_verifier"));
        checkClient(token, ask);
        if (token.codeExpireIn < System.currentTimeMillis() / 1000 || !liveTokens.keyed(token)) {
            throw OAuthError.invalidGrant(Message.AUTHORIZATION_CODE_EXPIRED);
        }
        return TokenAnswer.of(use(token, ask));
    }

    private OAuthError reused(Token token) {
        store.updateAll(TOKEN, Query.where(equal("family", token.family)), Map.of("expiresIn", 0));
        return OAuthError.invalidGrant(Message.AUTHORIZATION_CODE_USED);
    }

    private static void checkVerifier(Token token, String verifier) {
        boolean good = token.codeChallenge.isEmpty() ? verifier.isEmpty()
                : VERIFIER.matcher(verifier).matches() && Digests.same(token.codeChallenge, Digests.sha256Base64Url(verifier));
        if (!good) {
            throw OAuthError.invalidGrant(Message.VERIFIER_INVALID);
        }
    }

    private static void checkClient(Token token, Ask ask) {
        ask.client().checked();
        if (token.codeChallenge.isEmpty()) {
            ask.client().required();
        }
        Application application = ask.client().application();
        String redirect = ask.get("redirect_uri");
        if (!application.name.equals(token.application)) {
            throw OAuthError.invalidGrant(Message.AUTHORIZATION_CODE_INVALID, "");
        }
        if (!redirect.isEmpty() && !redirect.equals(token.redirectUri) && !redirect.equals(ask.issuer() + SDK_REDIRECT)) {
            throw OAuthError.invalidGrant(Message.REDIRECT_URI_INVALID);
        }
        if (!ask.get("resource").equals(token.resource)) {
            throw OAuthError.of("invalid_grant", "resource does not match");
        }
    }

    /** Marks the code as used: of several requests at the same time the one that changes the row has won. */
    private Token use(Token token, Ask ask) {
        User user = liveTokens.user(token).orElseThrow(() -> OAuthError.invalidGrant(Message.GRANT_USER_FORBIDDEN));
        OAuthError.check("invalid_grant", () -> gate.check(user, ask.client().application(), ""));
        token.publicClient = !ask.client().authenticated();
        boolean won = ask.thumbprint().isEmpty() ? mark(token) : store.inTransaction(() -> {
            boolean marked = mark(token);
            if (marked) {
                bind(token, user, ask);
            }
            return marked;
        });
        if (!won) {
            throw reused(token);
        }
        return token;
    }

    private boolean mark(Token token) {
        return store.updateAll(TOKEN, Query.where(equal("owner", token.owner), equal("name", token.name), equal("codeIsUsed", false)),
                Map.of("codeIsUsed", true, "publicClient", token.publicClient)) == 1;
    }

    /** Signs the tokens once more, bound to the key of the proof (RFC 9449 section 5). */
    private void bind(Token token, User user, Ask ask) {
        Order order = new Order(ask.client().application(), user, ask.issuer()).scope(token.scope).resource(token.resource).session(token.sid, token.authTime);
        order.thumbprint = ask.thumbprint();
        Token bound = issuer.issue(order);
        List<String> fields = List.of("accessToken", "accessTokenHash", "refreshToken", "refreshTokenHash", "idToken", "tokenType", "dPoPJkt");
        TOKEN.copy(bound, token, fields);
        store.update(TOKEN, TOKEN.keyOf(token), token, fields);
    }
}
