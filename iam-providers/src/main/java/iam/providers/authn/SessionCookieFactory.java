package iam.providers.authn;

import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import java.util.List;

/** Registers {@link SessionCookie}. */
public final class SessionCookieFactory implements AuthenticatorFactory {
    @Override
    public String id() {
        return "session";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.optional("cookie", Type.TEXT, "The name of the cookie; casdoor_session_id is read as well.", "iam_session_id"));
    }

    @Override
    public Authenticator create(Config config, AuthenticatorContext context) {
        return new SessionCookie(context, config.text("cookie"));
    }
}
