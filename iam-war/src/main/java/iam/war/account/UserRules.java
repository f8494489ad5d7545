package iam.war.account;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.notEqual;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Mask;
import iam.api.Message;
import iam.api.entity.AccessKey;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.data.Cidrs;
import iam.war.data.Claim;
import iam.war.data.Phones;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** What a user's name, e-mail address and phone number must be like, and that nobody else in his organization has them. */
@Component
public final class UserRules {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<AccessKey> KEY = EntityType.of(AccessKey.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]++(?:[-_][A-Za-z0-9]++)*+");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int MOST_CHARACTERS = 255;

    private final EntityStore store;

    @Inject
    UserRules(EntityStore store) {
        this.store = store;
    }

    /**
     * Checks the changed content of a user, and normalises a new phone number.
     *
     * @param organization his organization
     * @param user as he will be
     * @param stored as he is
     * @throws ApiException when something is wrong or taken
     */
    public void check(Organization organization, User user, User stored) {
        if (!user.name.isEmpty() && !stored.name.equals(user.name)) {
            checkName(organization, user.name);
            requireNameFree(user);
        }
        if (newEmail(user, stored)) {
            requireEmailFree(user);
        }
        if (newPhone(user, stored)) {
            normalizePhone(user);
            requirePhoneFree(user, stored.name);
        }
        Cidrs.check(user.ipWhitelist);
        if (!stored.accessKey.equals(user.accessKey)) {
            checkAccessKey(user);
        }
    }

    private void checkAccessKey(User user) {
        if (!user.accessKey.isEmpty() && (exists(USER, user.accessKey) || exists(KEY, user.accessKey))) {
            throw new ApiException(Message.ALREADY_EXISTS, "accessKey", Mask.TEXT);
        }
    }

    private boolean exists(EntityType<?> type, String accessKey) {
        return !store.list(type, Query.where(equal("accessKey", accessKey)).window(0, 1)).isEmpty();
    }

    /**
     * Checks a new user but for what others may have, which {@link #claim} and his key see when he is stored; and normalises his phone number.
     *
     * @throws ApiException when something is wrong
     */
    void checkNew(User user) {
        if (newPhone(user, null)) {
            normalizePhone(user);
        }
        Cidrs.check(user.ipWhitelist);
        checkAccessKey(user);
    }

    /**
     * Makes sure that nobody has the name, the e-mail address or the phone number of a new user.
     *
     * @throws ApiException when one of them is taken
     */
    void requireFree(User user) {
        if (!user.name.isEmpty()) {
            requireNameFree(user);
        }
        if (newEmail(user, null)) {
            requireEmailFree(user);
        }
        if (newPhone(user, null)) {
            requirePhoneFree(user, user.name);
        }
    }

    /** Checks the form of a user name. */
    public static void checkName(Organization organization, String name) {
        require(!name.isEmpty(), Message.USERNAME_EMPTY);
        require(name.codePointCount(0, name.length()) <= MOST_CHARACTERS, Message.USERNAME_TOO_LONG);
        if (organization.useEmailAsUsername) {
            require(NAME.matcher(name).matches() || email(name), Message.USERNAME_OR_EMAIL_PATTERN);
        } else {
            require(NAME.matcher(name).matches(), Message.USERNAME_PATTERN);
        }
    }

    /** Whether a text looks like an e-mail address. */
    public static boolean email(String text) {
        return EMAIL.matcher(text).matches();
    }

    /**
     * Makes sure, after a user was written and in the same transaction, that nobody else has got his e-mail address or phone number at the same time: whoever
     * stores the same one waits here until this transaction has ended, and then sees it.
     *
     * @param user as he is now
     * @param before as he was; null for a new one
     * @throws ApiException when somebody was faster
     */
    public void claim(User user, User before) {
        if (newEmail(user, before)) {
            wait(user.owner, "email", user.email);
            require(others(user, "email", user.email, user.name).isEmpty(), Message.EMAIL_ALREADY_EXISTS);
        }
        if (newPhone(user, before)) {
            wait(user.owner, "phone", user.phone);
            requirePhoneFree(user, user.name);
        }
    }

    private static boolean newEmail(User user, User before) {
        return !user.email.isEmpty() && (before == null || !before.email.equals(user.email));
    }

    private static boolean newPhone(User user, User before) {
        return !user.phone.isEmpty() && (before == null || !before.phone.equals(user.phone) || !before.countryCode.equals(user.countryCode));
    }

    private void wait(String organization, String field, String value) {
        Claim claim = new Claim();
        claim.hash = Digests.sha256Hex(organization + "\n" + field + "\n" + value);
        store.insert(claim);
        store.delete(Claim.TYPE, Query.where(equal("hash", claim.hash)));
    }

    private static void normalizePhone(User user) {
        user.phone = Phones.national(user.phone, user.countryCode).orElseThrow(() -> new ApiException(Message.PHONE_INVALID));
    }

    private void requireNameFree(User user) {
        require(free(user.owner, "name", user.name), Message.USERNAME_ALREADY_EXISTS);
    }

    private void requireEmailFree(User user) {
        require(free(user.owner, "email", user.email), Message.EMAIL_ALREADY_EXISTS);
    }

    private void requirePhoneFree(User user, String exceptName) {
        require(others(user, "phone", user.phone, exceptName).stream().noneMatch(other -> other.countryCode.equals(user.countryCode)), Message.PHONE_ALREADY_EXISTS);
    }

    private List<User> others(User user, String field, String value, String exceptName) {
        return store.list(USER, Query.where(equal("owner", user.owner), equal(field, value), notEqual("name", exceptName)), List.of("countryCode"));
    }

    private boolean free(String organization, String field, String value) {
        return store.list(USER, Query.where(equal("owner", organization), equal(field, value)).window(0, 1)).isEmpty();
    }

    private static void require(boolean good, Message message) {
        if (!good) {
            throw new ApiException(message);
        }
    }
}
