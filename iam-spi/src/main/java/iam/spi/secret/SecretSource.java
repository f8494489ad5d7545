package iam.spi.secret;

import iam.spi.Provider;
import java.util.Optional;

/**
 * Knows secrets that must not stand in settings, such as those of a vault. A setting of a provider that holds <code>${secret:NAME}</code> gets the secret in
 * its place when the provider is made. Settings of secret sources themselves are taken as they stand.
 */
public interface SecretSource extends Provider {
    /**
     * Looks a secret up. It may block.
     *
     * @param name letters, digits, {@code . _ / -}; never empty
     * @return the secret, or empty when this source does not know it; the next one is asked then
     * @throws Exception when it can't be found out; the provider that needs it is not made. The text goes to the log and holds no secrets
     */
    Optional<String> find(String name) throws Exception;
}
