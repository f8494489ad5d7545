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
import iam.war.crypto.Digests;
import iam.war.data.Directory;
import iam.war.i18n.Language;
import iam.war.i18n.Languages;
import iam.war.i18n.Messages;
import iam.war.jose.Jwts;
import iam.war.oauth.Clients.Client;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/** Introspection (RFC 7662) and revocation (RFC 7009). */
@Component
final class IntrospectionOperations implements Operations {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private final EntityStore store;
    private final Directory directory;
    private final Clients clients;
    private final LiveTokens liveTokens;

    @Inject
    IntrospectionOperations(EntityStore store, Directory directory, Clients clients, LiveTokens liveTokens) {
        this.store = store;
        this.directory = directory;
        this.clients = clients;
        this.liveTokens = liveTokens;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/api/login/oauth/introspect", "Says whether a token is good (RFC 7662)").access(Access.CLIENT)
                        .anywhere("token", "token_type_hint", "client_id", "client_secret", "client_assertion", "client_assertion_type").run(OAuthEndpoint.of(this::introspect)),
                Operation.of("POST", "/api/login/oauth/revoke", "Ends a token (RFC 7009)").access(Access.CLIENT)
                        .anywhere("token", "token_type_hint", "client_id", "client_secret", "client_assertion", "client_assertion_type").run(OAuthEndpoint.of(this::revoke)));
    }

    private Client client(Call call, OAuthParameters parameters) {
        boolean nobody = parameters.get("client_id").isEmpty() && call.request().header("Authorization").isEmpty() && parameters.get("client_assertion").isEmpty();
        if (nobody) {
            throw OAuthError.of("invalid_request");
        }
        try {
            return clients.identify(call.request(), parameters).required();
        } catch (OAuthError e) {
            Language language = Languages.negotiate(call.request().header("Accept-Language").orElse(""));
            throw OAuthError.of("invalid_client", Messages.text(language, Message.CLIENT_INVALID));
        }
    }

    /** The row of a token of either kind; a hint of its kind is only a hint. */
    private Optional<Token> row(String token) {
        String hash = Digests.sha256Hex(token);
        return token.isEmpty() ? Optional.empty() : directory.tokenByAccessHash(hash).or(() -> directory.tokenByRefreshHash(hash));
    }

    private Reply introspect(Call call) {
        OAuthParameters parameters = new OAuthParameters(call.request());
        Application asking = client(call, parameters).application();
        String token = parameters.outsideJson("token");
        return Reply.json(row(token).filter(row -> live(row, token)).filter(row -> mayAsk(asking, row)).map(row -> active(row, token)).orElse(INACTIVE)).noStore();
    }

    /** A refresh token outlives the access token that came with it. */
    private boolean live(Token row, String token) {
        return row.refreshToken.equals(token) && !token.isEmpty() ? liveTokens.refreshable(row) : liveTokens.live(row);
    }

    /** A client may ask about tokens of applications of its own organization, those of built-in about all. */
    private boolean mayAsk(Application asking, Token token) {
        return asking.organization.equals(Directory.BUILT_IN) || asking.name.equals(token.application)
                || directory.application(token.application).filter(application -> application.organization.equals(asking.organization)).isPresent();
    }

    private Map<String, Object> active(Token token, String text) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("active", true);
        answer.put("scope", token.scope);
        answer.put("client_id", directory.application(token).map(application -> application.clientId).orElse(""));
        answer.put("username", token.user);
        answer.put("token_type", token.tokenType.isEmpty() ? "Bearer" : token.tokenType);
        Optional<JwtClaims> claims = Jwts.peek(text);
        for (String name : List.of("exp", "iat", "nbf", "sub", "aud", "iss", "jti", "cnf")) {
            Object value = claims.map(found -> found.getClaimValue(name)).orElse(null);
            if (value != null) {
                answer.put(name, value);
            }
        }
        answer.putIfAbsent("exp", LiveTokens.end(token).map(Instant::getEpochSecond).orElse(0L));
        answer.putIfAbsent("sub", liveTokens.user(token).map((User user) -> user.id).orElse(token.user));
        if (!token.dPoPJkt.isEmpty()) {
            answer.putIfAbsent("cnf", Map.of("jkt", token.dPoPJkt));
        }
        return answer;
    }

    private Reply revoke(Call call) {
        OAuthParameters parameters = new OAuthParameters(call.request());
        Application asking = client(call, parameters).application();
        row(parameters.get("token")).filter(row -> row.application.equals(asking.name))
                .ifPresent(row -> store.updateAll(TOKEN, Query.where(equal("owner", row.owner), equal("name", row.name)), Map.of("expiresIn", 0)));
        return Reply.empty(200).noStore();
    }
}
