package iam.war.authn;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.MfaItem;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.data.Directory;
import iam.war.data.Times;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The one place that judges a password: counts wrong ones, locks the user out, and renews outdated hashes (contract: auth.md section 8 and 10). */
@Component
public final class PasswordCheck {
    private static final EntityType<User> USER = EntityType.of(User.class);

    private final EntityStore store;
    private final Directory directory;
    private final Passwords passwords;
    private final boolean masked;

    @Inject
    PasswordCheck(EntityStore store, Directory directory, Passwords passwords, Settings settings) {
        this.store = store;
        this.directory = directory;
        this.passwords = passwords;
        this.masked = settings.flag("iam.error-mask", false);
    }

    /**
     * Checks a password.
     *
     * @param user the user, as it is stored
     * @param password what was typed
     * @throws ApiException when it is wrong, the user is locked out, or the password has expired
     */
    public void check(User user, String password) {
        check(user, password, false);
    }

    /**
     * Checks a password where nothing else is asked for: whoever has a second factor, or has to enrol one or change the password first, is not let
     * in by it.
     *
     * @param user the user, as it is stored
     * @param password what was typed
     * @param proven whether he has proved that he is no program
     * @throws ApiException when the password is wrong or not enough
     */
    public void checkAlone(User user, String password, boolean proven) {
        check(user, password, proven);
        if (Callers.hasSecondFactor(user)) {
            throw new ApiException(Message.MFA_REQUIRED);
        }
        if (enrolmentDue(user)) {
            throw new ApiException(Message.MFA_NOT_INITIATED);
        }
        if (user.needUpdatePassword) {
            throw new ApiException(Message.PASSWORD_CHANGE_REQUIRED);
        }
    }

    /** Whether an organization demands that this user enrols a second factor. */
    public boolean enrolmentDue(User user) {
        List<MfaItem> items = user.mfaItems != null && !user.mfaItems.isEmpty() ? user.mfaItems
                : directory.organization(user.owner).map((Organization organization) -> organization.mfaItems).orElse(null);
        return !Callers.hasSecondFactor(user) && items != null && items.stream().anyMatch(item -> item.rule.equals("Required"));
    }

    /** Whether a user has typed so many wrong passwords that he is locked out, or has to prove that he is no program. */
    public boolean exhausted(User user) {
        return user.signinWrongTimes >= Limit.of(directory.application(user.signupApplication)).times();
    }

    /**
     * Checks a password.
     *
     * @param user the user, as it is stored
     * @param password what was typed
     * @param proven whether he has proved that he is no program, which replaces the lock-out
     * @throws ApiException when it is wrong, the user is locked out, or the password has expired
     */
    public void check(User user, String password, boolean proven) {
        Organization organization = directory.organization(user.owner).orElseThrow(() -> new ApiException(Message.ORGANIZATION_DOES_NOT_EXIST));
        Limit limit = Limit.of(directory.application(user.signupApplication));
        int wrong = proven ? Math.min(user.signinWrongTimes, limit.times()) : wrongTimes(user, limit);
        if (!passwords.verify(organization, user, password)) {
            throw wrong >= limit.times() ? new ApiException(Message.PASSWORD_INCORRECT) : count(user, wrong, limit);
        }
        if (!Callers.hasSecondFactor(user)) {
            forgive(user);
        }
        if (passwords.outdated(organization, user) && !user.password.isEmpty()) {
            renew(organization, user, password);
        }
        checkAge(organization, user);
    }

    /** Forgets wrong passwords and passcodes, once all that a sign-in asks for was right: a right password alone must not give new tries at the second factor. */
    public void forgive(User user) {
        if (user.signinWrongTimes > 0) {
            store.updateAll(USER, row(user), Map.of("signinWrongTimes", 0));
        }
    }

    /**
     * Checks something that a user may get wrong as often as his password. It is counted before, so that tries at the same time are counted, too.
     *
     * @param user the user, as he is stored
     * @param check throws when it is wrong
     * @throws ApiException of the check, or when he is locked out
     */
    public void counted(User user, Runnable check) {
        Limit limit = Limit.of(directory.application(user.signupApplication));
        add(user, wrongTimes(user, limit), limit).orElseThrow(() -> new ApiException(Message.LOCKED_OUT, limit.minutes()));
        check.run();
        store.updateAll(USER, row(user), Map.of("signinWrongTimes", 0));
    }

    private static void checkAge(Organization organization, User user) {
        if (organization.passwordExpireDays > 0) {
            Instant set = Times.parse(user.lastChangePasswordTime).or(() -> Times.parse(user.createdTime)).orElse(Instant.EPOCH);
            if (set.plus(Duration.ofDays(organization.passwordExpireDays)).isBefore(Instant.now())) {
                throw new ApiException(Message.PASSWORD_EXPIRED);
            }
        }
    }

    /** How many wrong ones count at the moment; answers the lock-out itself. */
    private int wrongTimes(User user, Limit limit) {
        if (user.signinWrongTimes < limit.times()) {
            return user.signinWrongTimes;
        }
        Instant open = Times.parse(user.lastSigninWrongTime).orElse(Instant.EPOCH).plus(Duration.ofMinutes(limit.minutes()));
        long seconds = Duration.between(Instant.now(), open).toSeconds();
        if (seconds > 0) {
            throw new ApiException(Message.LOCKED_OUT, (seconds + 59) / 60);
        }
        store.updateAll(USER, row(user), Map.of("signinWrongTimes", 0));
        return 0;
    }

    private ApiException count(User user, int known, Limit limit) {
        OptionalInt wrong = add(user, known, limit);
        if (wrong.isEmpty()) {
            return new ApiException(Message.LOCKED_OUT, limit.minutes());
        }
        return masked ? new ApiException(Message.PASSWORD_INCORRECT) : new ApiException(Message.PASSWORD_INCORRECT_CHANCES, limit.times() - wrong.getAsInt());
    }

    /** Counts one more, also when several come at the same time: the condition on the old count decides whose it was. Empty when there were too many. */
    private OptionalInt add(User user, int known, Limit limit) {
        int wrong = known;
        while (store.updateAll(USER, row(user).and(equal("signinWrongTimes", wrong)), Map.of("signinWrongTimes", wrong + 1, "lastSigninWrongTime", Times.now())) == 0) {
            List<User> now = store.list(USER, row(user));
            if (now.isEmpty() || now.get(0).signinWrongTimes >= limit.times()) {
                return OptionalInt.empty();
            }
            wrong = now.get(0).signinWrongTimes;
        }
        return OptionalInt.of(wrong + 1);
    }

    private void renew(Organization organization, User user, String password) {
        if (passwords.verify(blank(organization), user, password)) {
            passwords.set(organization, user, password);
            store.update(USER, USER.keyOf(user), user, List.of("password", "passwordSalt", "passwordType"));
        }
    }

    /** The organization without its master password, which must not become the user's own. */
    private static Organization blank(Organization organization) {
        Organization copy = EntityType.<Organization>of(Organization.class).copy(organization);
        copy.masterPassword = "";
        return copy;
    }

    private static Query row(User user) {
        return Query.where(equal("owner", user.owner), equal("name", user.name));
    }

    /**
     * When a user is locked out.
     *
     * @param times after so many wrong passwords
     * @param minutes for so long
     */
    private record Limit(int times, int minutes) {
        static Limit of(Optional<Application> application) {
            int times = application.map(found -> found.failedSigninLimit).orElse(0);
            int minutes = application.map(found -> found.failedSigninFrozenTime).orElse(0);
            return new Limit(times <= 0 ? 5 : times, minutes <= 0 ? 15 : minutes);
        }
    }
}
