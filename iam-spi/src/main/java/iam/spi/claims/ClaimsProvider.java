package iam.spi.claims;

import iam.spi.Provider;
import java.util.Map;

/** Adds claims to the tokens of an application. */
public interface ClaimsProvider extends Provider {
    /**
     * The claims to add. Called for every token that is issued, on a thread of the provider, while the caller of the token endpoint waits; it may block. After
     * an exception, an error or a deadline the token is issued without them, so the absence of a claim must never allow more than its presence.
     *
     * @param subject what the token is for; never null
     * @return claim by name, never null; empty for none. Values are texts, booleans, numbers, and lists and maps of these. A claim that the server sets itself,
     *     such as {@code sub} or {@code scope}, is left as it is
     */
    Map<String, Object> claims(TokenSubject subject);
}
