package iam.providers.storage;

import iam.spi.config.Config;
import iam.spi.storage.FileStore;
import iam.spi.storage.FileStoreContract;
import iam.spi.storage.StorageContext;
import java.util.Map;

/** The kit on the store in a local folder. */
class LocalFolderTest extends FileStoreContract {
    @Override
    protected FileStore open(StorageContext context) {
        return new LocalFolderFactory().create(new Config(Map.of("folder", "")), context);
    }
}
