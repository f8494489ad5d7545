package iam.war.oauth;

import iam.war.oauth.Clients.Client;
import iam.war.operation.Request;
import java.util.Map;
import java.util.Set;

/** A way to get tokens at the token endpoint: one implementation for each grant type. */
interface Grant {
    /** Its values of {@code grant_type}. */
    Set<String> types();

    /** Whether an application may use it without naming it. */
    default boolean always() {
        return false;
    }

    /** Whether it judges a wrong secret itself, after something else. */
    default boolean checksClient() {
        return false;
    }

    /**
     * Grants tokens.
     *
     * @return the members of the answer
     * @throws OAuthError when it does not
     */
    Map<String, Object> grant(Ask ask);

    /**
     * A request for tokens, its client already identified.
     *
     * @param client who asks
     * @param parameters what for
     * @param request the HTTP request
     * @param issuer the address of this server
     * @param thumbprint of the key of a DPoP proof; empty without one
     */
    record Ask(Client client, OAuthParameters parameters, Request request, String issuer, String thumbprint) {
        /** A parameter, or empty text. */
        String get(String name) {
            return parameters.get(name);
        }
    }
}
