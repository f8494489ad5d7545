package iam.war.oauth;

import iam.api.ApiException;
import iam.api.Message;
import iam.war.operation.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error of the OAuth endpoints (RFC 6749 section 5.2); the description is left out when it is empty. */
final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String error;
    private final String description;

    private OAuthError(String error, String description) {
        super(error, null, false, false);
        this.error = error;
        this.description = description;
    }

    static OAuthError of(String error) {
        return new OAuthError(error, "");
    }

    static OAuthError of(String error, Message description, Object... arguments) {
        return new OAuthError(error, description.english().formatted(arguments));
    }

    static OAuthError of(String error, String description) {
        return new OAuthError(error, description);
    }

    static OAuthError of(String error, ApiException cause) {
        return of(error, cause.message(), cause.arguments());
    }

    /** Runs a check of the server; what it refuses becomes this error. */
    static void check(String error, Runnable check) {
        try {
            check.run();
        } catch (ApiException e) {
            throw of(error, e);
        }
    }

    static OAuthError invalidClient(Message description) {
        return of("invalid_client", description);
    }

    static OAuthError invalidGrant(Message description, Object... arguments) {
        return of("invalid_grant", description, arguments);
    }

    static OAuthError invalidRequest(Message description, Object... arguments) {
        return of("invalid_request", description, arguments);
    }

    Reply reply() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        if (!description.isEmpty()) {
            body.put("error_description", description);
        }
        Reply reply = Reply.json(error.equals("invalid_client") ? 401 : 400, body).noStore();
        return error.equals("invalid_client") ? reply.with("WWW-Authenticate", "Basic realm=\"OAuth2\"") : reply;
    }
}
