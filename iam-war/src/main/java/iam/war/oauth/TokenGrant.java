package iam.war.oauth;

import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.authn.PasswordCheck;
import iam.war.authn.SigninGate;
import iam.war.data.Directory;
import jakarta.inject.Inject;

/** The response type {@code token} used as a grant: the password grant with a nonce. */
@Component
final class TokenGrant extends PasswordGrant {
    @Inject
    TokenGrant(EntityStore store, Directory directory, PasswordCheck passwords, SigninGate gate, TokenIssuer issuer) {
        super(store, directory, passwords, gate, issuer);
    }

    @Override
    public String type() {
        return "token";
    }

    @Override
    String nonce(Ask ask) {
        return ask.get("nonce");
    }
}
