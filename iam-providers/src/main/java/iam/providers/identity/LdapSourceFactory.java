package iam.providers.identity;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import iam.spi.identity.IdentitySource;
import iam.spi.identity.IdentitySourceFactory;
import java.util.List;

/** Registers a directory service for the users of one organization. */
public final class LdapSourceFactory implements IdentitySourceFactory {
    @Override
    public String id() {
        return "ldap";
    }

    @Override
    public boolean enabledByDefault() {
        return false;
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(
                ConfigProperty.required("url", Type.TEXT, "The directory, as in ldaps://ldap.example.com."),
                ConfigProperty.required("organization", Type.TEXT, "The organization whose users it knows."),
                ConfigProperty.required("user-dn", Type.TEXT, "The name of a user's entry, {0} standing for his name, as in uid={0},ou=people,dc=example,dc=com."),
                ConfigProperty.optional("timeout", Type.DURATION, "How long to wait for the directory.", "5s"));
    }

    @Override
    public IdentitySource create(Config config, Void context) {
        if (!config.text("user-dn").contains("{0}")) {
            throw new IllegalArgumentException("iam.identity.ldap.user-dn must contain {0}");
        }
        return new LdapSource(config);
    }
}
