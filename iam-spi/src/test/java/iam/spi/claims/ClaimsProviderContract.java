package iam.spi.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.ProviderContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link ClaimsProvider} has to do. Extend it and name your factory. */
public abstract class ClaimsProviderContract extends ProviderContract<ClaimsProvider, Void> {
    /** For subclasses. */
    protected ClaimsProviderContract() {
    }

    @Override
    protected abstract ClaimsProviderFactory factory();

    @Test
    void answersWhatJsonCanSay() {
        for (TokenSubject subject : List.of(new TokenSubject("app", "acme", "ann", "4711", "openid profile"), new TokenSubject("app", "acme", "", "", ""))) {
            Map<String, Object> claims = provider.claims(subject);
            claims.values().forEach(ClaimsProviderContract::check);
            assertEquals(claims, provider.claims(subject));
        }
    }

    private static void check(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(ClaimsProviderContract::check);
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> assertTrue(name instanceof String, "a name that is no text"));
            map.values().forEach(ClaimsProviderContract::check);
        } else {
            assertTrue(value instanceof String || value instanceof Boolean || value instanceof Number, () -> "not for JSON: " + value);
        }
    }
}
