package iam.war.http;

import iam.war.Component;
import iam.war.data.Issuer;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Cross-origin requests, by the first rule that hits (contract: auth.md section 5). */
@Component
final class Cors {
    private static final String VARY = "Vary";
    private static final String ORIGIN = "Origin";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ALLOW_METHODS = "Access-Control-Allow-Methods";
    private static final String METHODS = "POST, GET, OPTIONS, DELETE";
    private static final Set<String> ANY_ORIGIN_POST = Set.of("/api/login/oauth/access_token", "/api/acs");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
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

    /**
     * What becomes of a request.
     *
     * @param headers to set in any case
     * @param answer the answer of a preflight or refusal; null when the call goes on
     * @param withSession whether the session cookie counts
     */
    record Verdict(Map<String, String> headers, Reply answer, boolean withSession) {
    }

    Verdict judge(Request request) {
        String origin = request.header("Origin").orElse("");
        boolean preflight = request.method().equals("OPTIONS");
        if (origin.isEmpty() || origin.equals("null")) {
            Map<String, String> headers = preflight ? Map.of(VARY, ORIGIN, ALLOW_ORIGIN, "*", ALLOW_METHODS, METHODS) : Map.of(VARY, ORIGIN);
            // A page without an origin, such as a sandboxed frame, may be anybody's: it writes nothing in the name of a session.
            return new Verdict(headers, preflight ? Reply.empty(200) : null, origin.isEmpty() || READS.contains(request.method()));
        }
        URI uri = parse(origin);
        boolean trusted = uri != null && trusts(origin, uri, request);
        if (!trusted && (uri == null || !anyOrigin(request))) {
            return new Verdict(Map.of(VARY, ORIGIN), Reply.empty(403), false);
        }
        Map<String, String> headers = Map.of(VARY, ORIGIN, ALLOW_ORIGIN, origin, ALLOW_METHODS, METHODS,
                "Access-Control-Allow-Headers", "Content-Type, Authorization", "Access-Control-Allow-Credentials", "true");
        return new Verdict(headers, preflight ? Reply.empty(200) : null, trusted);
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

    private boolean trusts(String origin, URI uri, Request request) {
        return LOCAL.contains(uri.getScheme() + "://" + uri.getHost()) || uri.getHost().endsWith(".chromiumapp.org") || uri.getHost().equals("appleid.apple.com")
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
