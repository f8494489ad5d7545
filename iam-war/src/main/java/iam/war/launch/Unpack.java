package iam.war.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks the WAR once per version into a directory, so that its libraries form an ordinary class path. */
final class Unpack {
    private Unpack() {}

    /** Unpacks the WAR {@code args[0]} into the cache {@code args[1]} and prints the class path. */
    public static void main(String[] args) throws IOException {
        Path webapp = into(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath());
        System.out.println(String.join(java.io.File.pathSeparator, files(webapp).map(Path::toString).toList()));
    }

    /** Answers the directory of this very WAR below {@code cache}; other versions there are removed. */
    static Path into(Path war, Path cache) throws IOException {
        BasicFileAttributes file = Files.readAttributes(war, BasicFileAttributes.class);
        Path target = cache.resolve(Long.toHexString(file.lastModifiedTime().toMillis()) + '-' + Long.toHexString(file.size()));
        if (!Files.isDirectory(target)) {
            Files.createDirectories(cache);
            try (FileChannel channel = FileChannel.open(cache.resolveSibling(cache.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                unpackLocked(war, target, lock);
            }
        }
        return target;
    }

    // Several servers may start at once: who waited for the lock finds the work done.
    private static void unpackLocked(Path war, Path target, FileLock lock) throws IOException {
        if (lock.isValid() && !Files.isDirectory(target)) {
            removeAll(target.getParent());
            Path half = target.resolveSibling("half");
            unzip(war, half);
            Files.move(half, target);
        }
    }

    /** The libraries of the web application and of the embedded container. */
    static List<URL> jars(Path webapp) throws IOException {
        return files(webapp).map(Unpack::url).toList();
    }

    private static Stream<Path> files(Path webapp) throws IOException {
        try (Stream<Path> lib = Files.list(webapp.resolve("WEB-INF/lib"));
                Stream<Path> embed = Files.list(webapp.resolve("WEB-INF/embed"))) {
            return Stream.concat(lib.sorted(), embed.sorted()).toList().stream();
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unzip(Path war, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }

    private static void removeAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).filter(f -> !f.equals(directory)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
