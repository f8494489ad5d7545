package iam.providers.authn;

import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Client id and secret of an application, as HTTP Basic credentials or as parameters. Basic credentials that are no good leave the caller anonymous, since
 * a proxy may have added them for itself. */
final class ClientSecret implements Authenticator {
    private final AuthenticatorContext context;

    ClientSecret(AuthenticatorContext context) {
        this.context = context;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        Optional<String> header = request.header("Authorization").filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6));
        if (header.isPresent()) {
            return basic(header.get().substring(6).trim(), request);
        }
        String id = request.parameter("clientId");
        String secret = request.parameter("clientSecret");
        return id.isEmpty() || secret.isEmpty() ? Authentication.abstain() : context.client(id, secret, request);
    }

    private Authentication basic(String credentials, AuthenticationRequest request) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8).split(":", 2);
            if (pair.length == 2 && !pair[0].isEmpty() && context.client(pair[0], pair[1], request) instanceof Authentication.Success success) {
                return success;
            }
        } catch (IllegalArgumentException e) {
            return Authentication.success(Caller.ANONYMOUS);
        }
        return Authentication.success(Caller.ANONYMOUS);
    }
}
