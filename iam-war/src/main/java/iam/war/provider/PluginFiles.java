package iam.war.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** What lies in the providers directory, as files: which of them make up a plugin, its manifest, and the services it registers. */
final class PluginFiles {
    private static final String SERVICES = "META-INF/services/";

    private PluginFiles() {
    }

    /** The files of each plugin, by name: a jar, or the jars of a folder. What is hidden or neither is left alone. */
    static List<List<Path>> plugins(Path directory) throws IOException {
        List<List<Path>> plugins = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            for (Path path : sorted(directory)) {
                List<Path> jars = jars(path);
                if (!jars.isEmpty()) {
                    plugins.add(jars);
                }
            }
        }
        return plugins;
    }

    private static List<Path> jars(Path path) throws IOException {
        return Files.isDirectory(path) ? sorted(path).stream().filter(PluginFiles::jar).toList() : jar(path) ? List.of(path) : List.of();
    }

    /** The files of a plugin as they lie there now: a folder may hold others than before. */
    static List<Path> again(List<Path> jars, Path directory) throws IOException {
        Path place = jars.get(0).getParent();
        return jars(place.equals(directory) ? jars.get(0) : place);
    }

    private static List<Path> sorted(Path directory) throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
        }
    }

    private static boolean jar(Path path) {
        return path.toString().endsWith(".jar") && Files.isRegularFile(path);
    }

    /**
     * The manifest attributes of a plugin.
     *
     * @throws IllegalArgumentException when not exactly one of its jars has some
     */
    static Attributes attributes(List<Path> jars) throws IOException {
        List<Attributes> found = new ArrayList<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Manifest manifest = file.getManifest();
                if (manifest != null && PluginManifest.present(manifest.getMainAttributes())) {
                    found.add(manifest.getMainAttributes());
                }
            }
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.isEmpty() ? "there is no Iam-Plugin-Id in its manifest" : found.size() + " of its jars have an Iam-Plugin-Id, put each into a folder of its own");
        }
        return found.get(0);
    }

    /** The interfaces of ours that a plugin registers services for. */
    static Set<String> services(List<Path> jars) throws IOException {
        Set<String> services = new TreeSet<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(SERVICES + "iam.")).forEach(name -> services.add(name.substring(SERVICES.length())));
            }
        }
        return services;
    }
}
