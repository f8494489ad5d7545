package iam.war.resource;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.Revealed;
import iam.api.entity.Token;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.crypto.GrowingIds;
import iam.war.operation.Call;
import jakarta.inject.Inject;
import java.util.Set;

/** Token rows. Administrators of the token's organization see them in clear, nobody else sees them at all. */
@Component
final class TokenResource extends Crud<Token> {
    @Inject
    TokenResource(EntityStore store) {
        super(EntityType.of(Token.class), store);
    }

    @Override
    protected String[] reads(String verb) {
        return verb.equals("get") ? new String[] {"organization"} : new String[0];
    }

    @Override
    protected Object view(Call call, Token token) {
        return new Revealed(token, Revealed.ALL);
    }

    @Override
    protected Envelope get(Call call) {
        if (call.target() == null) {
            throw new ApiException(Message.TOKEN_UNKNOWN, call.request().query("id"));
        }
        return super.get(call);
    }

    @Override
    protected void adding(Call call, Token token) {
        hash(token);
        token.family = GrowingIds.next(); // its own: when its code or refresh token is used twice, nobody else's tokens end
        token.issuedAt = System.currentTimeMillis();
    }

    @Override
    protected Set<String> updating(Call call, Token stored, Token sent) {
        hash(sent);
        return Set.of();
    }

    /** Tokens are looked up by their hashes, so a row that comes with a token has them. */
    private static void hash(Token token) {
        if (token.accessTokenHash.isEmpty() && !token.accessToken.isEmpty()) {
            token.accessTokenHash = Digests.sha256Hex(token.accessToken);
        }
        if (token.refreshTokenHash.isEmpty() && !token.refreshToken.isEmpty()) {
            token.refreshTokenHash = Digests.sha256Hex(token.refreshToken);
        }
    }
}
