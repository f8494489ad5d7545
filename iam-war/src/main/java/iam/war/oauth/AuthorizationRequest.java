package iam.war.oauth;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.war.data.Directory;
import iam.war.data.RedirectUris;
import iam.war.operation.Request;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client asks for at sign-in (RFC 6749 section 4.1.1), as the sign-in page hands it on.
 *
 * @param clientId the client
 * @param responseType {@code code}, {@code token} or {@code id_token}
 * @param redirectUri where the answer goes
 * @param scope what for
 * @param state returned as it is
 * @param nonce goes into the token
 * @param challenge PKCE code challenge, or empty
 * @param challengeMethod {@code S256}, or empty
 * @param resource RFC 8707 resource, or empty
 */
public record AuthorizationRequest(String clientId, String responseType, String redirectUri, String scope, String state, String nonce, String challenge,
        String challengeMethod, String resource) {
    private static final Set<String> RESPONSE_TYPES = Set.of("code", "token", "id_token");
    /** How pages say that there is no PKCE challenge. */
    static final Set<String> NONE = Set.of("", "null");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Reads the parameters as the web UI spells them. */
    public static AuthorizationRequest of(Request request) {
        return new AuthorizationRequest(request.formParameter("clientId"), request.formParameter("responseType"), request.formParameter("redirectUri"), request.formParameter("scope"),
                request.formParameter("state"), request.formParameter("nonce"), request.formParameter("code_challenge"), request.formParameter("code_challenge_method"),
                request.formParameter("resource"));
    }

    /**
     * The application, when everything it is asked for is in order.
     *
     * @throws ApiException in the order of the contract (oauth.md section 1.1)
     */
    public Application check(Directory directory) {
        Application application = client(directory);
        checkRedirect(application);
        if (!RESPONSE_TYPES.contains(responseType)) {
            throw new ApiException(Message.RESPONSE_TYPE_UNSUPPORTED, responseType).data("");
        }
        if (Scopes.grant(application, scope).isEmpty()) {
            throw new ApiException(Message.INVALID_SCOPE).data("");
        }
        if (!resource.isEmpty() && !absolute(resource)) {
            throw new ApiException(Message.RESOURCE_NOT_ABSOLUTE).data("");
        }
        return application;
    }

    /** The application that the client id names. */
    public Application client(Directory directory) {
        return directory.applicationByClientId(clientId).orElseThrow(() -> new ApiException(Message.INVALID_CLIENT_ID).data(""));
    }

    /** Refuses an address that is not registered. */
    public void checkRedirect(Application application) {
        if (!RedirectUris.fits(application.redirectUris, redirectUri)) {
            throw new ApiException(Message.REDIRECT_URI_REFUSED, redirectUri).data("");
        }
    }

    /** The same request for another scope. */
    public AuthorizationRequest withScope(String other) {
        return new AuthorizationRequest(clientId, responseType, redirectUri, other, state, nonce, challenge, challengeMethod, resource);
    }

    /** The scope that the application grants; empty when it does not grant all. */
    public Optional<String> grantedScope(Application application) {
        return Scopes.grant(application, scope);
    }

    private static boolean absolute(String uri) {
        try {
            return URI.create(uri).isAbsolute() && uri.length() <= 255 && URI.create(uri).getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The PKCE challenge; empty for none (RFC 7636 section 4.3). */
    public String checkedChallenge() {
        if (NONE.contains(challengeMethod) && NONE.contains(challenge)) {
            return "";
        }
        if (!challengeMethod.equals("S256") || !CHALLENGE.matcher(challenge).matches()) {
            throw new ApiException(Message.CHALLENGE_METHOD_INVALID);
        }
        return challenge;
    }
}
