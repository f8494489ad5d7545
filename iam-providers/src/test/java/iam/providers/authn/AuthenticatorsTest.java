package iam.providers.authn;

import iam.spi.authn.AuthenticatorContract;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.authn.RequestStub;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The kit of authentication methods, run by ours. */
class AuthenticatorsTest {
    private static RequestStub request() {
        return new RequestStub("GET", "/api/get-account");
    }

    @Nested
    class OfAccessTokens extends AuthenticatorContract {
        @Override
        protected AuthenticatorFactory factory() {
            return new AccessTokenFactory();
        }

        @Override
        protected RequestStub good() {
            return request().header("Authorization", "Bearer abc");
        }

        @Override
        protected List<RequestStub> bad() {
            return List.of(good(), request().with("access_token", "x"));
        }
    }

    @Nested
    class OfAccessKeys extends AuthenticatorContract {
        @Override
        protected AuthenticatorFactory factory() {
            return new AccessKeysFactory();
        }

        @Override
        protected RequestStub good() {
            return request().with("accessKey", "key").with("accessSecret", "secret");
        }

        @Override
        protected List<RequestStub> bad() {
            return List.of(good(), request().with("accessKey", "key"));
        }
    }

    @Nested
    class OfPasswords extends AuthenticatorContract {
        @Override
        protected AuthenticatorFactory factory() {
            return new UserPasswordFactory();
        }

        @Override
        protected RequestStub good() {
            return request().with("username", "acme/ann").with("password", "secret");
        }

        @Override
        protected List<RequestStub> bad() {
            return List.of(good(), request().with("username", "acme/ann"));
        }
    }

    @Nested
    class OfSessions extends AuthenticatorContract {
        @Override
        protected AuthenticatorFactory factory() {
            return new SessionCookieFactory();
        }

        @Override
        protected RequestStub good() {
            return request().cookie("iam_session_id", "abc");
        }

        @Override
        protected List<RequestStub> bad() {
            return List.of(good(), request().cookie("casdoor_session_id", "x"));
        }
    }

    @Nested
    class OfClients extends AuthenticatorContract {
        @Override
        protected AuthenticatorFactory factory() {
            return new ClientSecretFactory();
        }

        @Override
        protected RequestStub good() {
            return request().with("clientId", "id").with("clientSecret", "secret");
        }

        @Override
        protected List<RequestStub> bad() {
            return List.of(good(), request().header("Authorization", "Basic x"));
        }
    }
}
