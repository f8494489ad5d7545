package iam.spi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.ProviderContract;
import org.junit.jupiter.api.Test;

/** What every {@link IdentitySource} has to do. Extend it, and give it a directory that knows {@code ann} of {@code acme} with the password {@code correct horse}. */
public abstract class IdentitySourceContract extends ProviderContract<IdentitySource, Void> {
    private static final String PASSWORD = "correct horse";

    /** For subclasses. */
    protected IdentitySourceContract() {
    }

    @Override
    protected abstract IdentitySourceFactory factory();

    @Test
    void knowsItsUsers() throws Exception {
        assertEquals("ann", provider.authenticate("acme", "ann", PASSWORD).orElseThrow().name());
    }

    @Test
    void takesNoOtherPassword() throws Exception {
        for (String password : new String[] {"", "x", PASSWORD + "x", "*", "\u0000"}) {
            assertTrue(provider.authenticate("acme", "ann", password).isEmpty(), password);
        }
    }

    @Test
    void knowsNobodyElse() throws Exception {
        for (String name : new String[] {"bob", "*", "ann)(uid=*", "ann,ou=admins", "a\u0000nn", "größe"}) {
            assertTrue(provider.authenticate("acme", name, PASSWORD).isEmpty(), name);
        }
        assertTrue(provider.authenticate("other", "ann", PASSWORD).isEmpty());
    }
}
