package iam.war.oauth;

import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.crypto.Randoms;
import iam.war.data.Directory;
import jakarta.inject.Inject;

/** Makes authorization codes. The tokens exist from then on; the code is what they are fetched with, within five minutes. */
@Component
public final class Codes {
    private static final int BYTES = 20;
    private static final int SECONDS = 300;

    private final EntityStore store;
    private final Directory directory;
    private final TokenIssuer issuer;

    @Inject
    Codes(EntityStore store, Directory directory, TokenIssuer issuer) {
        this.store = store;
        this.directory = directory;
        this.issuer = issuer;
    }

    /**
     * Checks the request and makes a code.
     *
     * @param request what the client asks for
     * @param user who signed in
     * @param order the token to make, with issuer and session; scope, nonce and resource are taken from the request
     * @return the code
     */
    public String make(AuthorizationRequest request, User user, Order order) {
        Application application = request.check(directory);
        String challenge = request.checkedChallenge();
        Token token = issuer.issue(order.scope(Scopes.grant(application, request.scope()).orElseThrow()).nonce(request.nonce()).resource(request.resource()));
        token.code = Randoms.hex(BYTES);
        token.codeIsUsed = false;
        token.codeExpireIn = System.currentTimeMillis() / 1000 + SECONDS;
        token.codeChallenge = challenge;
        token.redirectUri = request.redirectUri();
        store.insert(token);
        return token.code;
    }

    /** Makes tokens without a code, for the implicit response types. */
    public Token implicit(Order order) {
        Token token = issuer.issue(order);
        store.insert(token);
        return token;
    }
}
