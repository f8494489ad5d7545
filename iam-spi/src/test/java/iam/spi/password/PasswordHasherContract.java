package iam.spi.password;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.ProviderContract;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHasher} has to do. Extend it and name your factory. */
public abstract class PasswordHasherContract extends ProviderContract<PasswordHasher, Void> {
    private static final String SALT = "c2FsdHNhbHQ=";

    /** For subclasses. */
    protected PasswordHasherContract() {
    }

    @Override
    protected abstract PasswordHasherFactory factory();

    @Test
    void verifiesWhatItHasHashed() {
        for (String password : new String[] {"p", "correct horse", "größe 漢字 🙂", "x".repeat(60)}) {
            String stored = provider.hash(password, SALT);
            assertTrue(provider.verify(password, SALT, stored), password);
            assertFalse(provider.verify(password + "x", SALT, stored), password);
        }
    }

    @Test
    void takesNoEmptyPassword() {
        assertFalse(provider.verify("", SALT, provider.hash("password", SALT)));
    }

    @Test
    void worksWithoutASalt() {
        assertTrue(provider.verify("password", "", provider.hash("password", "")));
    }

    @Test
    void takesNothingMalformed() {
        for (String stored : new String[] {"", "x", "$", "$2a$10$short", "$argon2id$v=19$m=8,t=0,p=1$YQ$YQ", "pbkdf2_sha256$x$a$b", "\u0000"}) {
            assertFalse(provider.verify("password", SALT, stored), stored);
        }
    }
}
