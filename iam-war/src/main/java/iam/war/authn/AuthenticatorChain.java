package iam.war.authn;

import iam.spi.authn.Authentication;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorFactory;
import iam.war.Component;
import iam.war.operation.Request;
import iam.war.provider.ProviderFailure;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the authentication methods in their order; the first that does not abstain decides. One that fails has not authenticated anybody: the next is asked. */
@Component
public final class AuthenticatorChain {
    private static final Logger LOG = LoggerFactory.getLogger(AuthenticatorChain.class);

    private final Map<String, Authenticator> methods;

    @Inject
    AuthenticatorChain(Providers providers, Authority authority) {
        methods = providers.all(AuthenticatorFactory.class, () -> authority);
    }

    /** The methods in their order. */
    public List<String> ids() {
        return List.copyOf(methods.keySet());
    }

    /** Authenticates a request. */
    public Authentication authenticate(Request request) {
        for (Authenticator method : methods.values()) {
            Authentication answer = ask(method, request);
            if (!(answer instanceof Authentication.Abstain)) {
                return answer;
            }
        }
        return Authentication.abstain();
    }

    private static Authentication ask(Authenticator method, Request request) {
        try {
            return method.authenticate(request);
        } catch (ProviderFailure e) {
            if (!e.paused()) {
                LOG.warn("{} {}: {}", request.method(), request.path(), e.getMessage());
            }
            return Authentication.abstain();
        }
    }
}
