package iam.deploy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Builds a plugin from a folder outside of the reactor, with nothing on its class path but the jars of {@code iam-api} and {@code iam-spi}. */
final class Sample {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private Sample() {}

    /** Compiles a folder with the layout of Maven and puts the jar into a directory, with the libraries that it brings. */
    static void build(Path folder, Path directory, Path... libraries) throws IOException {
        Path classes = Files.createTempDirectory("sample");
        String path = Stream.concat(Stream.of(library("iam-api"), library("iam-spi")), Stream.of(libraries)).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "--release", "17", "-Xlint:all,-classfile,-path", "-Werror", "-proc:none", "-cp", path));
        files(folder.resolve("src/main/java")).forEach(file -> arguments.add(file.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(folder + " does not compile");
        }
        Files.createDirectories(directory);
        for (Path library : libraries) {
            Files.copy(library, directory.resolve(library.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Path resources = folder.resolve("src/main/resources");
        try (OutputStream file = Files.newOutputStream(directory.resolve(folder.getFileName() + ".jar")); JarOutputStream jar = new JarOutputStream(file, manifest(resources.resolve(MANIFEST)))) {
            add(jar, classes);
            add(jar, resources);
        }
        Directories.delete(classes);
    }

    private static Manifest manifest(Path path) throws IOException {
        Manifest manifest = new Manifest();
        try (InputStream in = Files.newInputStream(path)) {
            manifest.read(in);
        }
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    private static void add(JarOutputStream jar, Path folder) throws IOException {
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!name.equals(MANIFEST)) {
                jar.putNextEntry(new ZipEntry(name));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Path library(String module) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("..", module, "target"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches(module + "-[0-9.]+(-SNAPSHOT)?\\.jar")).findFirst().orElseThrow();
        }
    }
}
