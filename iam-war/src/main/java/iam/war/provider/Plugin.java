package iam.war.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A jar, or a folder of jars, from the providers directory.
 *
 * @param manifest what it says of itself
 * @param jars its files
 * @param loader its classes
 */
record Plugin(PluginManifest manifest, List<Path> jars, PluginLoader loader) {
    /** The names of its files, for operators. */
    String jarNames() {
        return names(jars);
    }

    static String names(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
