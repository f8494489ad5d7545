package iam.providers.secret;

import iam.spi.secret.SecretContext;
import iam.spi.secret.SecretSourceContract;
import iam.spi.secret.SecretSourceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The kit, with a secret beside the directory that must not be found. */
class SecretFilesTest extends SecretSourceContract {
    @TempDir
    private Path directory;

    @Override
    protected SecretSourceFactory factory() {
        return new SecretFilesFactory();
    }

    @Override
    protected SecretContext context() {
        return new SecretContext(directory);
    }

    @Override
    protected Map<String, String> known() throws IOException {
        Files.writeString(directory.resolve("secret"), "hidden");
        Path secrets = Files.createDirectories(directory.resolve("secrets/mail"));
        Files.writeString(secrets.resolve("key"), "line one\nline two\n");
        Files.writeString(secrets.resolveSibling("key-1"), " größe ");
        return Map.of("mail/key", "line one\nline two", "key-1", " größe ");
    }
}
