package iam.spi.secret;

import java.nio.file.Path;

/**
 * What the server lends to secret sources.
 *
 * @param dataDirectory where the server keeps its files; an absolute path of an existing directory
 */
public record SecretContext(Path dataDirectory) {
}
