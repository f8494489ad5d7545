package iam.war.storage;

import static iam.spi.store.Condition.in;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.ProviderItem;
import iam.spi.storage.FileStore;
import iam.spi.storage.FileStoreFactory;
import iam.spi.storage.StorageAccount;
import iam.spi.storage.StorageContext;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.data.ApplicationView;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.provider.ProviderFailure;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stores of uploaded files, by the type of the provider that an administrator has set up. Each organization has a folder of its own in every store. */
@Component
final class Files {
    private static final Logger LOG = LoggerFactory.getLogger(Files.class);
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final String CATEGORY = "Storage";

    private final EntityStore store;
    private final Directory directory;
    private final Map<String, FileStore> byType;

    @Inject
    Files(EntityStore store, Directory directory, Providers providers, Settings settings) {
        this.store = store;
        this.directory = directory;
        byType = byType(providers.all(FileStoreFactory.class, () -> new StorageContext(settings.dataDirectory())).values());
    }

    /** The first of a type counts; one that can't name its type is left out. */
    private static Map<String, FileStore> byType(Collection<FileStore> stores) {
        Map<String, FileStore> byType = new HashMap<>();
        for (FileStore one : stores) {
            try {
                byType.putIfAbsent(one.type(), one);
            } catch (ProviderFailure e) {
                LOG.error("a file store is left out: {}", e.getMessage());
            }
        }
        return Map.copyOf(byType);
    }

    /**
     * The storage provider of an application.
     *
     * @throws ApiException when it has none that works
     */
    Provider of(Application application) {
        List<ProviderItem> items = Defaults.present(application.providers);
        List<Provider> candidates = store.list(PROVIDER, Query.where(in("name", items.stream().map(item -> item.name).toList())));
        return items.stream().map(item -> ApplicationView.provider(application, item, candidates)).filter(provider -> provider != null && works(provider)).findFirst()
                .orElseThrow(() -> new ApiException(Message.PROVIDER_OF_CATEGORY_UNKNOWN, CATEGORY, application.name));
    }

    /** A storage provider by name, of an organization or a shared one. */
    Optional<Provider> named(String organization, String name) {
        return directory.find(PROVIDER, organization, name).or(() -> directory.find(PROVIDER, Directory.ADMIN, name)).filter(this::works);
    }

    private boolean works(Provider provider) {
        return provider.category.equals(CATEGORY) && byType.containsKey(provider.type);
    }

    void put(Provider provider, String organization, String path, byte[] content) {
        try {
            byType.get(provider.type).put(account(provider), place(organization, path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<byte[]> read(Provider provider, String organization, String path) {
        try {
            Optional<InputStream> found = byType.get(provider.type).open(account(provider), place(organization, path));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = found.get()) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Provider provider, String organization, String path) {
        try {
            byType.get(provider.type).delete(account(provider), place(organization, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StorageAccount account(Provider provider) {
        return new StorageAccount(provider.id(), provider.clientId, provider.clientSecret, provider.endpoint, provider.regionId, provider.bucket, provider.pathPrefix);
    }

    private static String place(String organization, String path) {
        return organization + path(path);
    }

    /**
     * A path as the name of a resource: with a slash in front.
     *
     * @throws ApiException when it could lead out of the folder
     */
    static String path(String path) {
        String clean = path.startsWith("/") ? path.substring(1) : path;
        boolean odd = Arrays.stream(clean.split("/", -1)).anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (odd || clean.indexOf('\\') >= 0 || clean.chars().anyMatch(Character::isISOControl)) {
            throw new ApiException(Message.FILE_PATH_REFUSED, path);
        }
        return "/" + clean;
    }
}
