package iam.war.storage;

import iam.api.entity.Resource;
import iam.war.Component;
import jakarta.inject.Inject;

/** Removes the files of resources that are deleted. */
@Component
public final class ResourceFiles {
    private final Files files;

    @Inject
    ResourceFiles(Files files) {
        this.files = files;
    }

    /** Removes the file of a resource, if its provider is still there. */
    public void delete(Resource resource) {
        if (!resource.provider.isEmpty() && resource.name.startsWith("/")) {
            files.named(resource.owner, resource.provider).ifPresent(provider -> files.delete(provider, resource.owner, resource.name));
        }
    }
}
