package iam.spi.storage;

import iam.spi.ProviderFactory;

/** Registers a {@link FileStore}. */
public interface FileStoreFactory extends ProviderFactory<FileStore, StorageContext> {
    @Override
    default String kind() {
        return "storage";
    }
}
