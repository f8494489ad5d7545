package iam.providers.authn;

import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import java.util.Locale;
import java.util.Set;

/** An access token in the query, in a form or in the Authorization header (RFC 6750, RFC 9449). */
final class AccessToken implements Authenticator {
    private static final Set<String> SCHEMES = Set.of("bearer", "dpop");

    private final AuthenticatorContext context;

    AccessToken(AuthenticatorContext context) {
        this.context = context;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        String token = token(request);
        return token.isEmpty() ? Authentication.abstain() : context.accessToken(token, request);
    }

    private static String token(AuthenticationRequest request) {
        String token = request.parameter("accessToken");
        if (token.isEmpty()) {
            token = request.parameter("access_token");
        }
        if (token.isEmpty()) {
            token = bearer(request.header("Authorization").orElse(""));
        }
        return token;
    }

    private static String bearer(String header) {
        int space = header.indexOf(' ');
        boolean ours = space > 0 && SCHEMES.contains(header.substring(0, space).toLowerCase(Locale.ROOT)) && header.indexOf(' ', space + 1) < 0;
        return ours ? header.substring(space + 1) : "";
    }
}
