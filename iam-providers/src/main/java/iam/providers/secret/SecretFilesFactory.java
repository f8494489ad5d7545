package iam.providers.secret;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import iam.spi.secret.SecretContext;
import iam.spi.secret.SecretSource;
import iam.spi.secret.SecretSourceFactory;
import java.nio.file.Path;
import java.util.List;

/** Registers the directory of secrets. */
public final class SecretFilesFactory implements SecretSourceFactory {
    @Override
    public String id() {
        return "file";
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.optional("directory", Type.TEXT, "Where the secrets lie; secrets in the data directory when it is empty.", ""));
    }

    @Override
    public SecretSource create(Config config, SecretContext context) {
        String directory = config.text("directory");
        return new SecretFiles((directory.isEmpty() ? context.dataDirectory().resolve("secrets") : Path.of(directory)).toAbsolutePath().normalize());
    }
}
