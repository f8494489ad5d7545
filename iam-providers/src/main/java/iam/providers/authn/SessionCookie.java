package iam.providers.authn;

import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;

/** The cookie of a signed-in browser, under either of its names. */
final class SessionCookie implements Authenticator {
    private final AuthenticatorContext context;
    private final String name;

    SessionCookie(AuthenticatorContext context, String name) {
        this.context = context;
        this.name = name;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        return request.cookie(name).or(() -> request.cookie("casdoor_session_id"))
                .filter(value -> !value.isEmpty())
                .map(value -> context.session(value, request))
                .orElseGet(Authentication::abstain);
    }
}
