package iam.war.oauth;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.authn.PasswordCheck;
import iam.war.authn.SigninGate;
import iam.war.data.Directory;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/**
 * The client hands in the user's name and password (RFC 6749 section 4.3); it must have a secret of its own. The implicit response types used as grants are the
 * same with a nonce (contract: oauth.md section 2.4).
 */
@Component
final class PasswordGrant implements Grant {
    private static final String PASSWORD = "password";

    private final EntityStore store;
    private final Directory directory;
    private final PasswordCheck passwords;
    private final SigninGate gate;
    private final TokenIssuer issuer;

    @Inject
    PasswordGrant(EntityStore store, Directory directory, PasswordCheck passwords, SigninGate gate, TokenIssuer issuer) {
        this.store = store;
        this.directory = directory;
        this.passwords = passwords;
        this.gate = gate;
        this.issuer = issuer;
    }

    @Override
    public Set<String> types() {
        return Set.of(PASSWORD, "token", "id_token");
    }

    @Override
    public Map<String, Object> grant(Ask ask) {
        Application application = ask.client().required().application();
        User user = directory.userByLogin(application.organization, ask.get("username")).filter(found -> !found.isDeleted)
                .orElseThrow(() -> OAuthError.invalidGrant(Message.GRANT_USER_UNKNOWN));
        if (user.isForbidden) {
            throw OAuthError.invalidGrant(Message.GRANT_USER_FORBIDDEN);
        }
        check(ask, application, user);
        String scope = Scopes.grant(application, ask.get("scope")).orElseThrow(() -> OAuthError.of("invalid_scope"));
        Order order = new Order(application, user, ask.issuer()).scope(scope).nonce(ask.get("grant_type").equals(PASSWORD) ? "" : ask.get("nonce"));
        order.thumbprint = ask.thumbprint();
        Token token = issuer.issue(order);
        store.insert(token);
        return TokenAnswer.of(token);
    }

    private void check(Ask ask, Application application, User user) {
        try {
            passwords.checkAlone(user, ask.get(PASSWORD), false);
            gate.check(user, application, ask.request().remoteAddress());
        } catch (ApiException e) {
            throw OAuthError.invalidGrant(Message.CREDENTIALS_INVALID, e.message().english().formatted(e.arguments()));
        }
    }
}
