package iam.spi.storage;

/**
 * The settings of a storage provider as an administrator has stored them. All texts may be empty, none is null.
 *
 * @param id owner and name of the settings, such as {@code admin/files}
 * @param clientId the name that the service is accessed with
 * @param clientSecret its secret
 * @param endpoint the address of the service
 * @param regionId the region of the service
 * @param bucket the bucket, container or share
 * @param pathPrefix stands before every path; without a {@code ..} part
 */
public record StorageAccount(String id, String clientId, String clientSecret, String endpoint, String regionId, String bucket, String pathPrefix) {
    @Override
    public String toString() {
        return "storage account " + id;
    }
}
