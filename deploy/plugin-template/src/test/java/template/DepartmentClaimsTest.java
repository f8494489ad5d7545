package template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.spi.claims.ClaimsProviderContract;
import iam.spi.claims.ClaimsProviderFactory;
import iam.spi.claims.TokenSubject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server relies on, and what this provider is for. */
class DepartmentClaimsTest extends ClaimsProviderContract {
    @Override
    protected ClaimsProviderFactory factory() {
        return new DepartmentClaims();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("name", "research");
    }

    @Test
    void namesTheDepartmentOfUsersOnly() {
        assertEquals(Map.of("department", "research"), provider.claims(new TokenSubject("app", "acme", "ann", "4711", "openid")));
        assertEquals(Map.of(), provider.claims(new TokenSubject("app", "acme", "", "", "")));
    }
}
