package iam.providers.identity;

import iam.providers.testing.LdapListener;
import iam.spi.identity.IdentitySourceContract;
import iam.spi.identity.IdentitySourceFactory;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kit, against a listener that speaks as much LDAP as a bind and a read of one entry need. */
class LdapSourceTest extends IdentitySourceContract {
    private static LdapListener directory;

    @BeforeAll
    static void listen() throws Exception {
        directory = new LdapListener("uid=ann,ou=people,dc=acme", "correct horse");
    }

    @AfterAll
    static void stop() throws Exception {
        directory.close();
    }

    @Override
    protected IdentitySourceFactory factory() {
        return new LdapSourceFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", directory.url(), "organization", "acme", "user-dn", "uid={0},ou=people,dc=acme");
    }
}
