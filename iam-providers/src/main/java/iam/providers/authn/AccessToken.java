package iam.providers.authn;

import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An access token in the query, in a form or in the Authorization header (RFC 6750, RFC 9449). */
final class AccessToken implements Authenticator {
    private static final Pattern HEADER = Pattern.compile("(?i)(?:Bearer|DPoP) (\\S+)");

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
            Matcher header = HEADER.matcher(request.header("Authorization").orElse(""));
            token = header.matches() ? header.group(1) : "";
        }
        return token;
    }
}
