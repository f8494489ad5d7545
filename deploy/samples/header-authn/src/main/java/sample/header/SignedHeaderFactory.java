package sample.header;

import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Registers the signed header of a reverse proxy as an authentication method. */
public final class SignedHeaderFactory implements AuthenticatorFactory {
    private static final int KEY_BYTES = 32;

    @Override
    public String id() {
        return "signed-header";
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(
                ConfigProperty.optional("header", Type.TEXT, "The header that the proxy sets, and removes from what clients send.", "X-Signed-User"),
                ConfigProperty.required("key", Type.TEXT, "The key that the proxy shares with this server, 32 characters or more.").asSecret(),
                ConfigProperty.optional("max-age", Type.DURATION, "How old a signature may be.", "30s"));
    }

    @Override
    public Authenticator create(Config config, AuthenticatorContext context) {
        byte[] key = config.text("key").getBytes(StandardCharsets.UTF_8);
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("the key of signed-header is shorter than " + KEY_BYTES + " bytes");
        }
        return new SignedHeader(config.text("header"), key, config.duration("max-age"), context);
    }
}
