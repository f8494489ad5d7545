package iam.war.page;

import iam.war.oauth.AuthorizationRequest;
import iam.war.operation.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request at the authorization endpoint (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1).
 *
 * @param parameters value by name
 */
record AuthorizeRequest(Map<String, String> parameters) {
    private static final List<String> NAMES = List.of("client_id", "response_type", "redirect_uri", "scope", "state", "nonce", "code_challenge", "code_challenge_method",
            "resource", "prompt", "max_age", "login_hint", "ui_locales", "request_uri", "request", "response_mode");

    static AuthorizeRequest of(Request request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = request.formParameter(name);
            if (!value.isEmpty()) {
                parameters.put(name, value);
            }
        }
        return new AuthorizeRequest(parameters);
    }

    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    Set<String> prompts() {
        return Set.of(get("prompt").isEmpty() ? new String[0] : java.util.Arrays.stream(get("prompt").split(" ")).distinct().toArray(String[]::new));
    }

    /** The same for the rest of the server. */
    AuthorizationRequest authorization() {
        return new AuthorizationRequest(get("client_id"), get("response_type"), get("redirect_uri"), get("scope"), get("state"), get("nonce"), get("code_challenge"),
                get("code_challenge_method"), get("resource"));
    }
}
