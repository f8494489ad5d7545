package iam.war.oauth;

import iam.api.entity.Application;
import iam.war.jose.Jwts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The discovery document (OpenID Connect Discovery section 3, RFC 8414 section 2): only what is there. */
final class Discovery {
    private static final List<String> AUTH_METHODS = List.of("client_secret_basic", "client_secret_post", "none", "private_key_jwt");
    private static final List<String> CLIENT_METHODS = List.of("client_secret_basic", "client_secret_post", "private_key_jwt");
    private static final List<String> CLAIMS = List.of("iss", "sub", "aud", "iat", "exp", "nbf", "jti", "azp", "nonce", "auth_time", "name", "preferred_username", "picture",
            "email", "email_verified", "phone_number", "phone_number_verified", "address", "gender", "owner", "id", "displayName", "avatar", "phone", "groups", "roles",
            "permissions", "tag", "isAdmin", "signupApplication");

    private Discovery() {
    }

    static Map<String, Object> document(String base, Optional<Application> application) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", base);
        document.put("authorization_endpoint", base + "/login/oauth/authorize");
        document.put("token_endpoint", base + "/api/login/oauth/access_token");
        document.put("pushed_authorization_request_endpoint", base + "/api/login/oauth/par");
        document.put("userinfo_endpoint", base + "/api/userinfo");
        document.put("device_authorization_endpoint", base + "/api/device-auth");
        document.put("registration_endpoint", base + "/api/oauth/register");
        document.put("jwks_uri", base + "/.well-known/" + application.map(found -> found.name + "/").orElse("") + "jwks");
        document.put("introspection_endpoint", base + "/api/login/oauth/introspect");
        document.put("revocation_endpoint", base + "/api/login/oauth/revoke");
        document.put("response_types_supported", List.of("code", "token", "id_token"));
        document.put("response_modes_supported", List.of("query", "fragment"));
        document.put("grant_types_supported", List.of("authorization_code", "implicit", "password", "client_credentials", "refresh_token",
                "urn:ietf:params:oauth:grant-type:device_code", "urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:jwt-bearer"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", Jwts.METHODS);
        document.put("scopes_supported", scopes(application));
        document.put("token_endpoint_auth_methods_supported", AUTH_METHODS);
        document.put("token_endpoint_auth_signing_alg_values_supported", Jwts.ALGORITHMS);
        document.put("introspection_endpoint_auth_methods_supported", CLIENT_METHODS);
        document.put("revocation_endpoint_auth_methods_supported", CLIENT_METHODS);
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("prompt_values_supported", List.of("none", "login", "consent"));
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("claims_supported", CLAIMS);
        document.put("request_parameter_supported", false);
        document.put("request_uri_parameter_supported", false);
        document.put("end_session_endpoint", base + "/api/logout");
        document.put("backchannel_logout_supported", true);
        document.put("backchannel_logout_session_supported", true);
        document.put("frontchannel_logout_supported", true);
        document.put("frontchannel_logout_session_supported", true);
        document.put("dpop_signing_alg_values_supported", Jwts.ALGORITHMS);
        return document;
    }

    private static List<String> scopes(Optional<Application> application) {
        List<String> scopes = new ArrayList<>(List.of("openid", "email", "profile", "address", "phone", "offline_access"));
        application.map(found -> found.scopes).ifPresent(items -> items.forEach(item -> scopes.add(item.name)));
        return scopes;
    }
}
