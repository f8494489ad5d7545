package iam.providers.storage;

import iam.spi.storage.FileStore;
import iam.spi.storage.StorageAccount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;

/** Keeps files in a folder of the machine, or of a share that all nodes have mounted. */
final class LocalFolder implements FileStore {
    private static final Set<String> REFUSED = Set.of("", ".", "..");

    private final Path root;

    LocalFolder(Path root) {
        this.root = root.normalize();
    }

    @Override
    public String type() {
        return "Local File System";
    }

    @Override
    public void put(StorageAccount account, String path, byte[] content) throws IOException {
        Path file = file(account, path);
        Files.createDirectories(file.getParent());
        Path half = Files.createTempFile(file.getParent(), ".upload", null);
        try {
            Files.write(half, content);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    @Override
    public Optional<InputStream> open(StorageAccount account, String path) throws IOException {
        Path file = file(account, path);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean delete(StorageAccount account, String path) throws IOException {
        Path file = file(account, path);
        return Files.isRegularFile(file) && Files.deleteIfExists(file);
    }

    private Path file(StorageAccount account, String path) {
        Path folder = root;
        for (String part : account.pathPrefix().split("/")) {
            folder = part.isEmpty() ? folder : folder.resolve(checked(part));
        }
        for (String part : path.split("/", -1)) {
            folder = folder.resolve(checked(part));
        }
        return folder;
    }

    private static String checked(String part) {
        boolean odd = REFUSED.contains(part) || part.indexOf('\\') >= 0 || part.chars().anyMatch(Character::isISOControl);
        if (odd) {
            throw new IllegalArgumentException("not a part of a path: " + part);
        }
        return part;
    }
}
