package iam.providers.authn;

import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;

/** User name and password as parameters; not on requests of the password grant, which carry the same names. */
final class UserPassword implements Authenticator {
    private final AuthenticatorContext context;

    UserPassword(AuthenticatorContext context) {
        this.context = context;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        String username = request.parameter("username");
        String password = request.parameter("password");
        boolean absent = username.isEmpty() || password.isEmpty() || !request.parameter("grant_type").isEmpty();
        return absent ? Authentication.abstain() : context.password(username, password, request);
    }
}
