package iam.war.logout;

import iam.api.entity.Application;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.OutboxMessage;
import iam.war.jose.Jwts;
import iam.war.jose.SigningKey;
import iam.war.oauth.TokenIssuer;
import iam.war.outbound.Outbound;
import iam.war.outbox.Channel;
import iam.war.outbox.RefusedDeliveryException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Delivers logout tokens. They are signed when they are sent, so that one that had to wait has not expired; a repeat has the same jti. */
@Component
final class BackchannelChannel implements Channel {
    static final String ID = "backchannel";

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final long LIFETIME = 120;

    private final Directory directory;
    private final TokenIssuer issuer;
    private final Jwts jwts;
    private final Outbound outbound;

    @Inject
    BackchannelChannel(Directory directory, TokenIssuer issuer, Jwts jwts, Outbound outbound) {
        this.directory = directory;
        this.issuer = issuer;
        this.jwts = jwts;
        this.outbound = outbound;
    }

    @Override
    public String id() {
        return ID;
    }

    /** An application that is gone, or wants to know nothing any more, is told nothing. */
    @Override
    public void deliver(OutboxMessage message, String document) throws Exception {
        Optional<Application> application = directory.application(addressee(message)).filter(found -> !found.backchannelLogoutUri.isEmpty());
        if (application.isPresent()) {
            Map<String, String> form = Map.of("logout_token", token(application.get(), message));
            RefusedDeliveryException.check(outbound.send(Outbound.form(application.get().backchannelLogoutUri, form), MOST));
        }
    }

    private String token(Application application, OutboxMessage message) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", message.detail("iss"));
        claims.put("sub", message.detail("sub"));
        claims.put("aud", List.of(application.clientId));
        claims.put("iat", now);
        claims.put("exp", now + LIFETIME);
        claims.put("jti", message.detail("jti"));
        claims.put("events", Map.of(EVENT, Map.of()));
        if (!message.detail("sid").isEmpty()) {
            claims.put("sid", message.detail("sid"));
        }
        SigningKey key = issuer.signingKey(application);
        return jwts.sign(claims, key, Jwts.algorithm(application.tokenSigningMethod, key), "logout+jwt");
    }
}
