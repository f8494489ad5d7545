package iam.providers.authn;

import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;

/** Access key and secret as parameters. */
final class AccessKeys implements Authenticator {
    private final AuthenticatorContext context;

    AccessKeys(AuthenticatorContext context) {
        this.context = context;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        String key = request.parameter("accessKey");
        String secret = request.parameter("accessSecret");
        return key.isEmpty() || secret.isEmpty() ? Authentication.abstain() : context.accessKey(key, secret, request);
    }
}
