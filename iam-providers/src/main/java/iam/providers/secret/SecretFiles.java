package iam.providers.secret;

import iam.spi.secret.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Secrets as files of a directory, one each, as container platforms mount them; a line break at the end does not count. */
record SecretFiles(Path directory) implements SecretSource {
    @Override
    public Optional<String> find(String name) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file).replaceFirst("\\R\\z", ""));
    }
}
