package iam.spi.authn;

import iam.spi.Provider;

/**
 * A way to authenticate a call. It reads its credentials from the request and lets {@link AuthenticatorContext} judge them, or judges them itself and names a
 * user. Called for every request, on its thread: it must not block for longer than a look-up takes.
 */
public interface Authenticator extends Provider {
    /**
     * Authenticates a call.
     *
     * @param request the call
     * @return never null. An exception is an error of the provider: the call fails in general words, and the exception is logged
     */
    Authentication authenticate(AuthenticationRequest request);
}
