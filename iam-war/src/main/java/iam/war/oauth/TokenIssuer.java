package iam.war.oauth;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Cert;
import iam.api.entity.Token;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.crypto.GrowingIds;
import iam.war.data.Directory;
import iam.war.data.Times;
import iam.war.jose.Jwts;
import iam.war.jose.Keys;
import iam.war.jose.SigningKey;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes token rows: claims, signatures, hashes. The caller stores them. */
@Component
public final class TokenIssuer {
    private static final String DEFAULT_CERT = "cert-built-in";

    private final Directory directory;
    private final Keys keys;
    private final Jwts jwts;
    private final UserClaims userClaims;
    private final ExtraClaims extraClaims;

    @Inject
    TokenIssuer(Directory directory, Keys keys, Jwts jwts, UserClaims userClaims, ExtraClaims extraClaims) {
        this.directory = directory;
        this.keys = keys;
        this.jwts = jwts;
        this.userClaims = userClaims;
        this.extraClaims = extraClaims;
    }

    /**
     * Makes a token row, signed and not stored yet: one signature for an application, two for a user.
     *
     * @throws ApiException when the application's certificate can't sign with its algorithm
     */
    public Token issue(Order order) {
        Application application = order.application;
        SigningKey key = signingKey(application);
        Instant now = Instant.now();
        Token token = row(order, now);
        Map<String, Object> claims = claims(order, token, now);
        String algorithm = Jwts.algorithm(application.tokenSigningMethod, key);
        token.accessToken = jwts.sign(claims, key, algorithm);
        token.accessTokenHash = Digests.sha256Hex(token.accessToken);
        if (order.user != null) {
            token.refreshToken = jwts.sign(refreshClaims(application, claims, token), key, algorithm);
            token.refreshTokenHash = Digests.sha256Hex(token.refreshToken);
            if (!order.resource.isEmpty()) {
                token.idToken = jwts.sign(idClaims(order, claims), key, algorithm);
            }
        }
        return token;
    }

    /** The key that an application signs with. */
    public SigningKey signingKey(Application application) {
        String name = certName(application);
        Cert cert = directory.cert(name).orElseThrow(() -> new ApiException(Message.CERT_UNKNOWN, name));
        return keys.of(cert).filter(key -> key.privateKey().isPresent()).orElseThrow(() -> new ApiException(Message.CERT_UNKNOWN, name));
    }

    /** The name of the certificate that an application signs with. */
    public static String certName(Application application) {
        return application.cert.isEmpty() ? DEFAULT_CERT : application.cert;
    }

    private static Token row(Order order, Instant now) {
        Application application = order.application;
        Token token = new Token();
        token.owner = Directory.ADMIN;
        token.name = GrowingIds.next();
        token.createdTime = Times.text(now);
        token.issuedAt = now.toEpochMilli();
        token.application = application.name;
        token.organization = order.user == null ? application.organization : order.user.owner;
        token.user = order.user == null ? application.name : order.user.name;
        token.expiresIn = seconds(application.expireInHours);
        token.scope = order.scope;
        token.tokenType = order.thumbprint.isEmpty() ? "Bearer" : "DPoP";
        token.dPoPJkt = order.thumbprint;
        token.grantType = order.user == null ? Token.CLIENT_CREDENTIALS : "";
        token.resource = order.resource;
        token.codeIsUsed = true;
        token.family = order.family.isEmpty() ? token.name : order.family;
        token.sid = order.sid;
        token.authTime = order.authTime;
        token.publicClient = order.publicClient;
        token.refreshExpireIn = now.getEpochSecond() + refreshSeconds(application);
        token.endsAt = now.toEpochMilli() + 1000L * (order.user == null ? token.expiresIn : Math.max(token.expiresIn, refreshSeconds(application)));
        return token;
    }

    private static int seconds(double hours) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, hours * 3600));
    }

    private static int refreshSeconds(Application application) {
        return seconds(application.refreshExpireInHours == 0 ? application.expireInHours : application.refreshExpireInHours);
    }

    private Map<String, Object> claims(Order order, Token token, Instant now) {
        Application application = order.application;
        Map<String, Object> claims = new LinkedHashMap<>();
        if (order.user == null) {
            userClaims.application(claims, application);
        } else {
            userClaims.add(claims, order);
        }
        claims.put("tokenType", "access-token");
        putUnlessEmpty(claims, application, "nonce", order.nonce);
        putUnlessEmpty(claims, application, "scope", order.scope);
        claims.put("azp", azp(application));
        claims.put("iss", order.issuer);
        claims.put("sub", order.user == null ? Directory.ADMIN + "/" + application.name : order.user.id);
        claims.put("aud", List.of(!order.audience.isEmpty() ? order.audience : order.resource.isEmpty() ? application.clientId : order.resource));
        claims.put("exp", now.getEpochSecond() + token.expiresIn);
        claims.put("nbf", now.getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", token.id());
        addSession(claims, order);
        extraClaims.add(claims, order);
        return claims;
    }

    private static void addSession(Map<String, Object> claims, Order order) {
        if (order.authTime > 0) {
            claims.put("auth_time", order.authTime);
        }
        if (!order.sid.isEmpty()) {
            claims.put("sid", order.sid);
        }
        if (!order.thumbprint.isEmpty()) {
            claims.put("cnf", Map.of("jkt", order.thumbprint));
        }
    }

    private static void putUnlessEmpty(Map<String, Object> claims, Application application, String name, String value) {
        if (!value.isEmpty() || application.tokenFormat.equals("JWT-Custom")) {
            claims.put(name, value);
        }
    }

    /** A shared application acts for an organization under a longer id; the party that it is authorized for stays itself. */
    private static String azp(Application application) {
        return Directory.actsForOne(application) ? application.clientId.substring(0, application.clientId.lastIndexOf("-org-")) : application.clientId;
    }

    private static Map<String, Object> refreshClaims(Application application, Map<String, Object> claims, Token token) {
        Map<String, Object> refresh = new LinkedHashMap<>(claims);
        refresh.put("tokenType", "refresh-token");
        if (application.tokenFormat.equals("JWT-Custom")) {
            refresh.put("TokenType", "refresh-token");
        }
        refresh.put("exp", token.refreshExpireIn);
        return refresh;
    }

    private static Map<String, Object> idClaims(Order order, Map<String, Object> claims) {
        Map<String, Object> id = new LinkedHashMap<>(claims);
        id.put("tokenType", "id-token");
        id.put("aud", List.of(order.application.clientId));
        return id;
    }
}
