package iam.war.oauth;

import static iam.spi.store.Condition.equal;

import iam.api.EntityKey;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.crypto.Randoms;
import iam.war.data.DeviceAuthorization;
import iam.war.data.Directory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Device authorizations, in the store, so that every node knows them. */
@Component
public final class Devices {
    private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyz23456789";
    private static final int DEFAULT_SECONDS = 120;

    private final EntityStore store;
    private final Directory directory;

    @Inject
    Devices(EntityStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * A device authorization with the code that only the device knows.
     *
     * @param row what is stored
     * @param deviceCode the code
     * @param seconds how long the codes are good
     */
    record Begun(DeviceAuthorization row, String deviceCode, int seconds) {
    }

    Begun begin(Application application, String scope) {
        int seconds = application.codeResendTimeout > 0 ? application.codeResendTimeout : DEFAULT_SECONDS;
        String code = UUID.randomUUID().toString();
        DeviceAuthorization row = new DeviceAuthorization();
        row.deviceCodeHash = Digests.sha256Hex(code);
        row.userCode = Randoms.text(ALPHABET, 6);
        row.cancelToken = UUID.randomUUID().toString();
        row.application = application.name;
        row.scope = scope;
        row.expiresAt = System.currentTimeMillis() + Duration.ofSeconds(seconds).toMillis();
        store.insert(row);
        return new Begun(row, code, seconds);
    }

    /** By the code that the device knows. */
    Optional<DeviceAuthorization> byDeviceCode(String code) {
        return store.find(DeviceAuthorization.TYPE, EntityKey.of(Digests.sha256Hex(code)));
    }

    /** A pending one by the code that the user types. */
    public Optional<DeviceAuthorization> pending(String userCode) {
        return userCode.isEmpty() ? Optional.empty() : directory.first(DeviceAuthorization.TYPE, equal("userCode", userCode), equal("state", DeviceAuthorization.PENDING))
                .filter(DeviceAuthorization::lasts);
    }

    /** Binds a user to a pending one; false when somebody was faster. */
    public boolean approve(DeviceAuthorization row, User user) {
        return move(row, DeviceAuthorization.PENDING, Map.of("state", DeviceAuthorization.APPROVED, "organization", user.owner, "user", user.name));
    }

    /** Moves from one state to the next; false when it was not in the first any more. */
    boolean move(DeviceAuthorization row, String from, Map<String, ?> values) {
        return store.updateAll(DeviceAuthorization.TYPE, Query.where(equal("deviceCodeHash", row.deviceCodeHash), equal("state", from)), values) == 1;
    }

    /** Notes that the device has asked; false when it asks again too soon. */
    boolean polled(DeviceAuthorization row, Duration interval) {
        long now = System.currentTimeMillis();
        store.updateAll(DeviceAuthorization.TYPE, Query.where(equal("deviceCodeHash", row.deviceCodeHash)), Map.of("polledAt", now));
        return now - row.polledAt >= interval.toMillis();
    }
}
