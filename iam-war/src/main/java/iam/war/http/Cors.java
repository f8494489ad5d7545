package iam.war.http;

import iam.war.Component;
import iam.war.data.Issuer;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/** Cross-origin requests, by the first rule that hits (contract: auth.md section 5). */
@Component
final class Cors {
    private static final String METHODS = "POST, GET, OPTIONS, DELETE";
    private static final Set<String> ANY_ORIGIN_POST = Set.of("/api/login/oauth/access_token", "/api/acs");
    private static final String USERINFO = "/api/userinfo";
    private static final Set<String> LOCAL = Set.of("http://localhost", "https://localhost", "http://127.0.0.1", "http://casdoor-authenticator");
    private static final Pattern PRIVATE = Pattern.compile("10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*|\\[f[cd].*|\\[fe80:.*");

    private final Issuer issuer;
    private final RedirectOrigins redirects;

    @Inject
    Cors(Issuer issuer, RedirectOrigins redirects) {
        this.issuer = issuer;
        this.redirects = redirects;
    }

    /** Sets the headers; answers preflights and refusals itself, then false. */
    boolean admits(Request request, HttpServletResponse response) {
        String origin = request.header("Origin").orElse("");
        boolean preflight = request.method().equals("OPTIONS");
        response.addHeader("Vary", "Origin");
        if (origin.isEmpty() || origin.equals("null")) {
            if (preflight) {
                response.setHeader("Access-Control-Allow-Origin", "*");
                response.setHeader("Access-Control-Allow-Methods", METHODS);
            }
            return !preflight;
        }
        URI uri = parse(origin);
        if (uri == null || !allows(origin, uri, request)) {
            response.setStatus(403);
            response.setContentLength(0);
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization");
        response.setHeader("Access-Control-Allow-Credentials", "true");
        return !preflight;
    }

    private static URI parse(String origin) {
        try {
            URI uri = new URI(origin);
            boolean good = uri.getScheme() != null && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return good ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private boolean allows(String origin, URI uri, Request request) {
        return LOCAL.contains(uri.getScheme() + "://" + uri.getHost()) || uri.getHost().endsWith(".chromiumapp.org") || uri.getHost().equals("appleid.apple.com")
                || anyOrigin(request)
                || issuer.configured().filter(origin::equals).isPresent()
                || uri.getHost().equals(serverHost(request))
                || redirects.contains(origin, uri)
                || PRIVATE.matcher(uri.getHost()).matches() && PRIVATE.matcher(serverHost(request)).matches();
    }

    private static boolean anyOrigin(Request request) {
        return request.path().equals(USERINFO) || ANY_ORIGIN_POST.contains(request.path()) && (request.method().equals("POST") || request.method().equals("OPTIONS"));
    }

    private static String serverHost(Request request) {
        URI base = parse(request.base());
        return base == null ? "" : base.getHost();
    }
}
