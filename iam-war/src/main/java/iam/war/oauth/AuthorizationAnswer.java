package iam.war.oauth;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The address that a browser is sent to after the authorization endpoint: with a code, tokens, or an error (RFC 6749 section 4.1.2, RFC 9207). */
@Component
public final class AuthorizationAnswer {
    private final Directory directory;
    private final Codes codes;
    private final Issuer issuer;

    @Inject
    AuthorizationAnswer(Directory directory, Codes codes, Issuer issuer) {
        this.directory = directory;
        this.codes = codes;
        this.issuer = issuer;
    }

    /**
     * The error of a request whose client and address are good; empty when there is none.
     */
    public String problem(AuthorizationRequest request, Application application) {
        try {
            request.check(directory);
            request.checkedChallenge();
        } catch (ApiException e) {
            return e.message() == Message.INVALID_SCOPE ? "invalid_scope" : e.message() == Message.RESPONSE_TYPE_UNSUPPORTED ? "unsupported_response_type"
                    : e.message() == Message.RESOURCE_NOT_ABSOLUTE ? "invalid_target" : "invalid_request";
        }
        boolean implicit = !request.responseType().equals("code");
        return implicit && (application.grantTypes == null || !application.grantTypes.contains(request.responseType())) ? "unauthorized_client" : "";
    }

    /** The address with a code or tokens for a signed-in user. */
    public String success(AuthorizationRequest request, Application application, User user, BrowserSession session, String base) {
        String address = issuer.of(base);
        Order order = new Order(application, user, address).signin("Password", "").session(session.sid, session.createdAt / 1000);
        Map<String, String> answer = new LinkedHashMap<>();
        if (request.responseType().equals("code")) {
            answer.put("code", codes.make(request, user, order));
            return with(request, answer, address, '?');
        }
        Token token = codes.implicit(order.scope(request.grantedScope(application).orElse("")).nonce(request.nonce()));
        answer.put(request.responseType().equals("token") ? "access_token" : "id_token", token.accessToken);
        answer.put("token_type", token.tokenType);
        answer.put("expires_in", String.valueOf(token.expiresIn));
        return with(request, answer, address, '#');
    }

    /** The address with an error. */
    public String failure(AuthorizationRequest request, String error, String base) {
        return with(request, Map.of("error", error), issuer.of(base), request.responseType().equals("token") || request.responseType().equals("id_token") ? '#' : '?');
    }

    private static String with(AuthorizationRequest request, Map<String, String> answer, String address, char separator) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        if (!request.state().isEmpty()) {
            all.put("state", request.state());
        }
        all.put("iss", address);
        StringBuilder uri = new StringBuilder(request.redirectUri());
        char next = request.redirectUri().indexOf(separator) >= 0 ? '&' : separator;
        for (Map.Entry<String, String> entry : all.entrySet()) {
            uri.append(next).append(entry.getKey()).append('=').append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8).replace("+", "%20"));
            next = '&';
        }
        return uri.toString();
    }
}
