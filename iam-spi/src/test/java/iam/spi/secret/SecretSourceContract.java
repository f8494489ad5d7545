package iam.spi.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.ProviderContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link SecretSource} has to do. Extend it, name your factory, and say what it knows. */
public abstract class SecretSourceContract extends ProviderContract<SecretSource, SecretContext> {
    /** For subclasses. */
    protected SecretSourceContract() {
    }

    @Override
    protected abstract SecretSourceFactory factory();

    /** Secrets that it knows, by name. */
    protected abstract Map<String, String> known() throws Exception;

    @Test
    void knowsItsSecrets() throws Exception {
        for (Map.Entry<String, String> secret : known().entrySet()) {
            assertEquals(secret.getValue(), provider.find(secret.getKey()).orElseThrow());
        }
    }

    @Test
    void knowsNoOthers() throws Exception {
        for (String name : new String[] {"unknown", ".", "..", "../secret", "/etc/hostname", "a/../../secret"}) {
            assertTrue(provider.find(name).isEmpty(), name);
        }
    }
}
