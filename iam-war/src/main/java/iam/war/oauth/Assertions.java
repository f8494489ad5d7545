package iam.war.oauth;

import iam.api.Message;
import iam.api.entity.Application;
import iam.war.Component;
import iam.war.authn.UsedIds;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.jose.Jwts;
import iam.war.jose.Keys;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/** Assertions that clients sign with the key of their registered certificate (RFC 7523), for themselves or for a user. */
@Component
final class Assertions {
    private static final String TOKEN_ENDPOINT = "/api/login/oauth/access_token";
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Directory directory;
    private final Keys keys;
    private final Issuer issuer;
    private final UsedIds usedIds;

    @Inject
    Assertions(Directory directory, Keys keys, Issuer issuer, UsedIds usedIds) {
        this.directory = directory;
        this.keys = keys;
        this.issuer = issuer;
        this.usedIds = usedIds;
    }

    /**
     * The client that an assertion authenticates: its subject.
     *
     * @throws OAuthError invalid_client
     */
    Application client(String assertion, Request request) {
        String subject = Jwts.peek(assertion).map(claims -> text(claims, "sub")).orElse("");
        Application application = directory.applicationByClientId(subject).orElseThrow(() -> OAuthError.invalidClient(Message.CLIENT_ASSERTION_INVALID));
        if (verify(application, assertion, request).isEmpty()) {
            throw OAuthError.invalidClient(Message.CLIENT_ASSERTION_INVALID);
        }
        return application;
    }

    /** The claims of an assertion that an application has signed and that is good for this server, now, and for the first time. */
    Optional<JwtClaims> verify(Application application, String assertion, Request request) {
        try {
            Optional<JwtClaims> claims = directory.cert(application.clientCert).flatMap(keys::of).flatMap(key -> Jwts.verify(assertion, key));
            if (claims.isPresent() && timely(claims.get()) && addressed(claims.get(), issuer.of(request.base())) && issued(claims.get(), application)) {
                once(application, claims.get());
                return claims;
            }
            return Optional.empty();
        } catch (MalformedClaimException | UsedIds.Replayed e) {
            return Optional.empty();
        }
    }

    private void once(Application application, JwtClaims claims) throws MalformedClaimException {
        String id = text(claims, "jti");
        if (!id.isEmpty()) {
            usedIds.require("assertion", application.clientId + " " + id, LONGEST);
        }
    }

    private static boolean timely(JwtClaims claims) throws MalformedClaimException {
        NumericDate now = NumericDate.now();
        NumericDate end = claims.getExpirationTime();
        return end != null && end.isAfter(now) && end.getValue() - now.getValue() <= LONGEST.toSeconds()
                && (claims.getNotBefore() == null || claims.getNotBefore().getValue() <= now.getValue() + 60);
    }

    private static boolean addressed(JwtClaims claims, String issuer) throws MalformedClaimException {
        List<String> audience = claims.hasAudience() ? claims.getAudience() : List.of();
        return audience.contains(issuer) || audience.contains(issuer + TOKEN_ENDPOINT);
    }

    private static boolean issued(JwtClaims claims, Application application) {
        String by = text(claims, "iss");
        return by.equals(application.clientId) || application.redirectUris != null && application.redirectUris.contains(by);
    }

    /** A claim that is a text; empty when it is none. */
    static String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? text : "";
    }
}
