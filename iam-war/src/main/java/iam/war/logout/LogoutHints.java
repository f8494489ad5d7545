package iam.war.logout;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.data.Directory;
import iam.war.jose.Jwts;
import iam.war.jose.Keys;
import iam.war.oauth.TokenIssuer;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/** Reads ID token hints: by their rows, or, when those are gone, by their signatures. Whether a hint has expired does not matter (contract: oauth.md D45). */
@Component
final class LogoutHints {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final Directory directory;
    private final Keys keys;

    @Inject
    LogoutHints(Directory directory, Keys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /**
     * Reads a hint.
     *
     * @param text the hint; empty when the call has none
     * @throws ApiException when it is none of ours
     */
    Optional<LogoutHint> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Token> row = directory.tokenByAccessHash(Digests.sha256Hex(text)).or(() -> byId(text));
        Optional<Application> application = row.flatMap(token -> directory.application(token.application)).or(() -> signer(text));
        return Optional.of(new LogoutHint(text, application.orElseThrow(() -> new ApiException(Message.TOKEN_HINT_UNKNOWN)), row, claim(text, "sub")));
    }

    /** The row of an ID token that is not the access token itself. */
    private Optional<Token> byId(String text) {
        return signer(text).map(application -> claim(text, "jti")).filter(id -> id.startsWith("admin/")).flatMap(id -> directory.find(TOKEN, Directory.ADMIN, id.substring(6)));
    }

    private Optional<Application> signer(String text) {
        return directory.applicationByClientId(claim(text, "azp")).filter(application -> verified(text, application).isPresent());
    }

    private static String claim(String text, String name) {
        return Jwts.peek(text).map(claims -> claims.getClaimValue(name)).map(Object::toString).orElse("");
    }

    private Optional<JwtClaims> verified(String text, Application application) {
        return directory.cert(TokenIssuer.certName(application)).flatMap(keys::of).flatMap(key -> Jwts.verify(text, key));
    }
}
