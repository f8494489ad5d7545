package iam.war.http;

import iam.war.Component;
import iam.war.config.Settings;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Maps the second spelling of the API to the first, before anything else looks at the path (contract: hanzo.md section 3). */
@Component
final class Aliases {
    private static final String VERSIONED = "/v1/iam/";

    private final boolean on;
    private final Map<String, String> exact = new HashMap<>();

    @Inject
    Aliases(Settings settings) {
        on = settings.flag("iam.aliases", true);
        add("/api/login/oauth/access_token", "/oauth/token", "/oauth/access_token", "/v1/iam/oauth/token", "/v1/iam/oauth/access_token");
        add("/api/login/oauth/refresh_token", "/oauth/refresh", "/v1/iam/oauth/refresh", "/v1/iam/oauth/refresh_token");
        add("/login/oauth/authorize", "/oauth/authorize", "/v1/iam/oauth/authorize");
        add("/api/login/oauth/introspect", "/oauth/introspect", "/v1/iam/oauth/introspect");
        add("/api/login/oauth/revoke", "/oauth/revoke", "/v1/iam/oauth/revoke");
        add("/api/userinfo", "/oauth/userinfo", "/v1/iam/oauth/userinfo");
        add("/api/device-auth", "/oauth/device", "/v1/iam/oauth/device");
        add("/api/logout", "/oauth/logout", "/v1/iam/oauth/logout");
        add("/api/get-global-certs", "/api/get-globle-certs"); // as the Java SDK spells it
        add("/api/health", "/healthz", "/health", "/v1/iam/healthz");
    }

    private void add(String path, String... spellings) {
        for (String spelling : spellings) {
            exact.put(spelling, path);
        }
    }

    /** The path of the operation. */
    String resolve(String path) {
        if (!on) {
            return path;
        }
        String mapped = exact.get(path);
        if (mapped != null) {
            return mapped;
        }
        if (path.startsWith("/v1/iam/.well-known/")) {
            return path.substring(VERSIONED.length() - 1);
        }
        if (path.startsWith("/v1/iam/oauth/register")) {
            return "/api/" + path.substring(VERSIONED.length());
        }
        if (path.startsWith("/api/iam/")) {
            return "/api/" + path.substring("/api/iam/".length());
        }
        return path.startsWith(VERSIONED) ? "/api/" + path.substring(VERSIONED.length()) : path;
    }
}
