package iam.war.authn;

import iam.api.Message;
import iam.api.entity.Token;
import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.jose.DpopProof;
import jakarta.inject.Inject;
import java.util.Optional;

/** Checks that the caller holds the key that his token is bound to (RFC 9449 section 7). */
@Component
public final class Proofs {
    private final UsedIds usedIds;

    @Inject
    Proofs(UsedIds usedIds) {
        this.usedIds = usedIds;
    }

    /** The failure of a bound token whose proof is not good, or of another one that is said to be bound; empty when all is well. */
    Optional<Authentication> check(Token token, String text, AuthenticationRequest request) {
        String header = request.header("DPoP").orElse("");
        boolean scheme = request.header("Authorization").orElse("").regionMatches(true, 0, "DPoP ", 0, 5);
        if (!token.tokenType.equals("DPoP")) {
            return scheme ? Optional.of(Authentication.failure(Message.DPOP_KEY_MISMATCH)) : Optional.empty();
        }
        if (header.isEmpty() || !scheme) {
            return Optional.of(Authentication.failure(Message.DPOP_PROOF_REQUIRED));
        }
        try {
            DpopProof proof = DpopProof.parse(header, request.method(), request.url());
            proof.requireToken(Digests.sha256Base64Url(text));
            if (!proof.thumbprint().equals(token.dPoPJkt)) {
                return Optional.of(Authentication.failure(Message.DPOP_KEY_MISMATCH));
            }
            usedIds.require("dpop", proof.thumbprint() + proof.id(), DpopProof.WINDOW);
            return Optional.empty();
        } catch (DpopProof.Invalid | UsedIds.Replayed e) {
            return Optional.of(Authentication.failure(Message.DPOP_PROOF_INVALID, e.getMessage()));
        }
    }
}
