package iam.spi.authn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import iam.spi.ProviderContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Authenticator} has to do. Extend it, and say what a request with good and with bad credentials of your method looks like. */
public abstract class AuthenticatorContract extends ProviderContract<Authenticator, AuthenticatorContext> {
    private final JudgeStub judge = new JudgeStub();

    /** For subclasses. */
    protected AuthenticatorContract() {
    }

    @Override
    protected abstract AuthenticatorFactory factory();

    /** A request with credentials that are good, as far as the method itself judges them. */
    protected abstract RequestStub good();

    /** Requests with credentials of the method that are bad; the server's judgement, where it asks for it, is that they are. */
    protected abstract List<RequestStub> bad();

    @Override
    protected AuthenticatorContext context() {
        return judge;
    }

    @Test
    void abstainsWithoutCredentials() {
        assertInstanceOf(Authentication.Abstain.class, provider.authenticate(new RequestStub("GET", "/api/get-account")));
        assertInstanceOf(Authentication.Abstain.class, provider.authenticate(new RequestStub("POST", "/api/login").header("Authorization", "Unknown x").cookie("other", "x")));
    }

    @Test
    void takesGoodCredentials() {
        judge.allows = true;
        assertInstanceOf(Authentication.Success.class, provider.authenticate(good()));
        assertInstanceOf(Authentication.Success.class, provider.authenticate(good()), "it has a memory of the first call");
    }

    @Test
    void refusesBadCredentials() {
        for (RequestStub request : bad()) {
            Authentication answer = provider.authenticate(request);
            assertNotNull(answer);
            assertFalse(letsIn(answer), () -> "took " + request);
        }
    }

    @Test
    void letsNobodyInWhomTheServerRefuses() {
        assertFalse(letsIn(provider.authenticate(good())));
    }

    /** A method may decide that somebody is nobody. */
    private static boolean letsIn(Authentication answer) {
        return answer instanceof Authentication.Success success && success.caller().kind() != Caller.Kind.ANONYMOUS;
    }

    @Test
    void standsAmongTheAuthenticationMethods() {
        assertEquals("authn", factory().kind());
    }
}
