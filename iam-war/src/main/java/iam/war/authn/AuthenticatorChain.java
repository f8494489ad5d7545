package iam.war.authn;

import iam.spi.authn.Authentication;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorFactory;
import iam.war.Component;
import iam.war.provider.Providers;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.util.List;

/** Asks the authentication methods in their order; the first that does not abstain decides. */
@Component
public final class AuthenticatorChain {
    private final List<Authenticator> methods;

    @Inject
    AuthenticatorChain(Providers providers, Authority authority) {
        methods = List.copyOf(providers.all(AuthenticatorFactory.class, () -> authority).values());
    }

    /** Authenticates a request. */
    public Authentication authenticate(Request request) {
        for (Authenticator method : methods) {
            Authentication answer = method.authenticate(request);
            if (!(answer instanceof Authentication.Abstain)) {
                return answer;
            }
        }
        return Authentication.abstain();
    }
}
