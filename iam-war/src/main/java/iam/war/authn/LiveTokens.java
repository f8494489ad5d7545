package iam.war.authn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.Times;
import iam.war.jose.Jwts;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Says whether a token is still good: the one judgement for the API, userinfo, introspection, refresh and exchange. The stored row decides. */
@Component
public final class LiveTokens {
    /** Many requests come with the same token. */
    private static final Cache<String, Optional<Instant>> TIMES = Caffeine.newBuilder().maximumSize(10_000).build();

    private final Directory directory;
    /** Headers of tokens are few: one for each certificate and algorithm. */
    private final Cache<String, Optional<String>> keyIds = Caffeine.newBuilder().maximumSize(1000).build();

    @Inject
    LiveTokens(Directory directory) {
        this.directory = directory;
    }

    /** When the access token ends, as far as the row tells. */
    public static Optional<Instant> end(Token token) {
        return TIMES.get(token.createdTime, Times::parse).map(time -> time.plusSeconds(token.expiresIn));
    }

    /** Whether the access token has not ended. */
    public static boolean lasts(Token token) {
        return token.expiresIn > 0 && end(token).filter(end -> end.isAfter(Instant.now())).isPresent();
    }

    /** Whether it was issued to an application, not to a user. */
    public static boolean ofApplication(Token token) {
        return token.grantType.equals(Token.CLIENT_CREDENTIALS);
    }

    /** The user of a token; empty when he is gone, forbidden or deleted. */
    public Optional<User> user(Token token) {
        return directory.user(token.organization, token.user).filter(Callers::active);
    }

    /** Whether the key that has signed it is still there; a token that is none of ours, but was added as a text, has none. */
    public boolean keyed(Token token) {
        int dot = token.accessToken.indexOf('.');
        return dot < 0 || keyIds.get(token.accessToken.substring(0, dot), Jwts::keyId).filter(name -> directory.cert(name).isEmpty()).isEmpty();
    }

    /** Whether the token as a whole is good: not ended, its key and application there, its user active. */
    public boolean live(Token token) {
        return lasts(token) && good(token);
    }

    /** Whether the refresh token is good in the same way. */
    public boolean refreshable(Token token) {
        return refreshLasts(token) && good(token);
    }

    /** Whether the refresh token has not ended. */
    public static boolean refreshLasts(Token token) {
        return token.expiresIn > 0 && (token.refreshExpireIn <= 0 || token.refreshExpireIn >= System.currentTimeMillis() / 1000);
    }

    private boolean good(Token token) {
        return keyed(token) && directory.application(token.application).isPresent() && (ofApplication(token) || user(token).isPresent());
    }
}
