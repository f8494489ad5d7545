package iam.providers.claims;

import iam.spi.claims.ClaimsProvider;
import iam.spi.claims.TokenSubject;
import java.util.Map;

/** Adds the same claims to every token. */
record FixedClaims(Map<String, Object> claims) implements ClaimsProvider {
    @Override
    public Map<String, Object> claims(TokenSubject subject) {
        return claims;
    }
}
