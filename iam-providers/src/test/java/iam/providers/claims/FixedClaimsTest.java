package iam.providers.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.spi.claims.ClaimsProviderContract;
import iam.spi.claims.ClaimsProviderFactory;
import iam.spi.claims.TokenSubject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The kit, and the claims that were asked for. */
class FixedClaimsTest extends ClaimsProviderContract {
    @Override
    protected ClaimsProviderFactory factory() {
        return new FixedClaimsFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("values", "region=eu, stage = a=b");
    }

    @Test
    void readsTheSetting() {
        assertEquals(Map.of("region", "eu", "stage", "a=b"), provider.claims(new TokenSubject("app", "acme", "", "", "")));
    }
}
