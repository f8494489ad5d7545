package iam.spi.authn;

import iam.api.Message;

/** The server's judgement for tests: the same for all credentials. */
final class JudgeStub implements AuthenticatorContext {
    boolean allows;

    private Authentication judge(String organization, String name) {
        return allows ? Authentication.success(new Caller(Caller.Kind.USER, organization, name, false, false, "", "")) : Authentication.failure(Message.UNAUTHORIZED_OPERATION);
    }

    @Override
    public Authentication accessToken(String token, AuthenticationRequest request) {
        return judge("acme", "token");
    }

    @Override
    public Authentication client(String clientId, String clientSecret, AuthenticationRequest request) {
        return judge("acme", "client");
    }

    @Override
    public Authentication accessKey(String accessKey, String accessSecret, AuthenticationRequest request) {
        return judge("acme", "key");
    }

    @Override
    public Authentication password(String username, String password, AuthenticationRequest request) {
        return judge("acme", "password");
    }

    @Override
    public Authentication session(String cookie, AuthenticationRequest request) {
        return judge("acme", "session");
    }

    @Override
    public Authentication user(String organization, String name, AuthenticationRequest request) {
        return judge(organization, name);
    }
}
