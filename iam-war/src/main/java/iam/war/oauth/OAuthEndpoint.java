package iam.war.oauth;

import iam.api.ApiException;
import iam.war.operation.Call;
import iam.war.operation.Handler;
import iam.war.operation.Reply;
import java.util.function.Function;

/** Turns whatever goes wrong in an OAuth endpoint into an OAuth error; the envelope is not for these clients. */
final class OAuthEndpoint {
    private OAuthEndpoint() {
    }

    static Handler of(Function<Call, Reply> endpoint) {
        return call -> {
            try {
                return endpoint.apply(call);
            } catch (OAuthError e) {
                return e.reply();
            } catch (ApiException e) {
                return OAuthError.of("invalid_request", e).reply();
            }
        };
    }
}
