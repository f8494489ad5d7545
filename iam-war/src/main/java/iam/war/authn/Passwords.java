package iam.war.authn;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.password.PasswordHasher;
import iam.spi.password.PasswordHasherFactory;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.crypto.Randoms;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Hashes and checks passwords with the hasher that the user, or else his organization, names (contract: auth.md section 10). */
@Component
public final class Passwords {
    /** The type for organizations that name none. */
    private static final String DEFAULT_TYPE = "bcrypt";

    private final Map<String, PasswordHasher> hashers;
    private final Identities identities;
    /** Hashing takes a processor and, with argon2id, 64 MiB: more at once would only make all of them slower. */
    private final Semaphore slots = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    @Inject
    Passwords(Providers providers, Identities identities) {
        this.identities = identities;
        hashers = providers.all(PasswordHasherFactory.class, () -> null);
    }

    /** Sets a user's password. Under a type that nobody knows it is hashed with the default type, never stored in clear. */
    public void set(Organization organization, User user, String password) {
        String wanted = organization.passwordType.isEmpty() ? DEFAULT_TYPE : organization.passwordType;
        user.passwordType = hashers.containsKey(wanted) ? wanted : DEFAULT_TYPE;
        user.passwordSalt = organization.passwordSalt.isEmpty() ? Randoms.hex(10) : organization.passwordSalt;
        user.password = hash(user.passwordType, password, user.passwordSalt);
    }

    /** Whether the user's password is stored in another way than his organization wants by now. */
    boolean outdated(Organization organization, User user) {
        return !organization.passwordType.isEmpty() && hashers.containsKey(organization.passwordType) && !organization.passwordType.equals(user.passwordType);
    }

    /** Hashes a text with one type; a type that nobody knows leaves the default one. */
    public String hash(String type, String password, String salt) {
        return limited(() -> hashers.getOrDefault(type, hashers.get(DEFAULT_TYPE)).hash(password, salt));
    }

    /**
     * Whether it is the user's password, or the master password of his organization.
     *
     * @throws ApiException when the type of the organization is unknown
     */
    public boolean verify(Organization organization, User user, String password) {
        if (!organization.passwordType.isEmpty() && !hashers.containsKey(organization.passwordType)) {
            throw new ApiException(Message.PASSWORD_TYPE_UNSUPPORTED, organization.passwordType);
        }
        return master(organization, password) || (identities.own(user) ? identities.verify(user, password) : own(organization, user, password));
    }

    private boolean master(Organization organization, String password) {
        String master = organization.masterPassword;
        if (master.isEmpty() || password.isEmpty()) {
            return false;
        }
        String type = organization.passwordType.isEmpty() ? DEFAULT_TYPE : organization.passwordType;
        return Digests.same(master, password) || matches(type, password, organization.passwordSalt, master);
    }

    private boolean own(Organization organization, User user, String password) {
        if (user.password.isEmpty() || password.isEmpty()) {
            return false;
        }
        String type = user.passwordType.isEmpty() ? organization.passwordType : user.passwordType;
        if (!hashers.containsKey(type)) {
            throw new ApiException(Message.PASSWORD_TYPE_UNSUPPORTED, type);
        }
        return matches(type, password, user.passwordSalt, user.password)
                || !organization.passwordSalt.equals(user.passwordSalt) && matches(type, password, organization.passwordSalt, user.password);
    }

    private boolean matches(String type, String password, String salt, String stored) {
        return limited(() -> hashers.get(type).verify(password, salt, stored));
    }

    private <T> T limited(Supplier<T> work) {
        slots.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
