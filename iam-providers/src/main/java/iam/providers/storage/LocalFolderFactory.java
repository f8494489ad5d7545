package iam.providers.storage;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.storage.FileStore;
import iam.spi.storage.FileStoreFactory;
import iam.spi.storage.StorageContext;
import java.nio.file.Path;
import java.util.List;

/** Registers the store in a local folder. */
public final class LocalFolderFactory implements FileStoreFactory {
    private static final String FOLDER = "folder";

    @Override
    public String id() {
        return "local";
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.optional(FOLDER, ConfigProperty.Type.TEXT, "Folder of the uploaded files; empty for one in the data directory", ""));
    }

    @Override
    public FileStore create(Config config, StorageContext context) {
        String folder = config.text(FOLDER);
        return new LocalFolder(folder.isEmpty() ? context.dataDirectory().resolve("files") : Path.of(folder).toAbsolutePath());
    }
}
