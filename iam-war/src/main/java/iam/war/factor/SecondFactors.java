package iam.war.factor;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.MfaProps;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.factor.SecondFactor;
import iam.spi.factor.SecondFactorFactory;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.account.UserView;
import iam.war.authn.PasswordCheck;
import iam.war.authn.UsedIds;
import iam.war.crypto.Digests;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Phones;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** The second factors of users: which they have, and whether what they type is right. */
@Component
public final class SecondFactors {
    /** The factor of authenticator apps. */
    public static final String APP = "app";

    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final Duration REPLAY = Duration.ofMinutes(5);

    private final EntityStore store;
    private final Directory directory;
    private final VerificationCodes codes;
    private final UsedIds usedIds;
    private final PasswordCheck passwords;
    private final Map<String, SecondFactor> factors;

    @Inject
    SecondFactors(EntityStore store, Directory directory, VerificationCodes codes, UsedIds usedIds, PasswordCheck passwords, Providers providers) {
        this.store = store;
        this.directory = directory;
        this.codes = codes;
        this.usedIds = usedIds;
        this.passwords = passwords;
        this.factors = providers.all(SecondFactorFactory.class, () -> null);
    }

    /** The factors that a user may show, as a sign-in answers them: destinations are hinted at, secrets left out. */
    public List<MfaProps> offered(User user) {
        List<MfaProps> offered = new ArrayList<>();
        for (MfaProps props : UserView.secondFactors(user)) {
            if (props.enabled) {
                props.mfaRememberInHours = rememberHours(user);
                props.secret = props.mfaType.equals("email") ? masked(user.email) : props.mfaType.equals("sms") ? masked(user.phone) : "";
                offered.add(props);
            }
        }
        return offered;
    }

    private static String masked(String address) {
        int at = address.indexOf('@');
        String name = at < 0 ? address : address.substring(0, at);
        String shown = name.length() < 3 ? "***" : name.charAt(0) + "***" + name.charAt(name.length() - 1);
        return at < 0 ? shown : shown + address.substring(at);
    }

    /** For how long a browser need not show a second factor again. */
    public int rememberHours(User user) {
        int hours = directory.organization(user.owner).map((Organization organization) -> organization.mfaRememberInHours).orElse(0);
        return hours > 0 ? hours : Defaults.REMEMBER_HOURS;
    }

    /** A provider of a factor; an answer to the caller when there is none. */
    SecondFactor factor(String type) {
        SecondFactor factor = factors.get(type);
        if (factor == null) {
            throw new ApiException(Message.MFA_TYPE_INVALID);
        }
        return factor;
    }

    /**
     * Checks a passcode of a user.
     *
     * @throws ApiException when it is wrong, or was used before
     */
    public void check(User user, String type, String passcode) {
        switch (type) {
            case "sms", "email" -> codes.use(user.owner, receiver(user, type), passcode);
            default -> verify(user, type, user.totpSecret, passcode);
        }
    }

    private void verify(User user, String type, String secret, String passcode) {
        OptionalLong step = factor(type).verify(secret, passcode);
        if (step.isEmpty() || replayed(user, step.getAsLong())) {
            throw new ApiException(Message.VERIFICATION_CODE_WRONG);
        }
    }

    /**
     * Where codes of a factor go.
     *
     * @throws ApiException when it takes no codes, or the user has no such address
     */
    public static String receiver(User user, String type) {
        String receiver = type.equals("email") ? user.email : type.equals("sms") && !user.phone.isEmpty() ? Phones.e164(user.phone, user.countryCode) : "";
        if (receiver.isEmpty()) {
            throw new ApiException(Message.MFA_TYPE_INVALID);
        }
        return receiver;
    }

    private boolean replayed(User user, long step) {
        try {
            usedIds.require("totp", user.id() + " " + step, REPLAY);
            return false;
        } catch (UsedIds.Replayed e) {
            return true;
        }
    }

    /**
     * Uses up a recovery code; the user's factors are off afterwards, so that he can enrol again.
     *
     * @throws ApiException when it is none of his
     */
    public void recover(User user, String code) {
        String hash = Digests.sha256Hex(code);
        if (user.recoveryCodes == null || user.recoveryCodes.stream().noneMatch(stored -> Digests.same(stored, hash))) {
            throw new ApiException(Message.RECOVERY_CODE_WRONG);
        }
        disable(user);
    }

    /** Begins an enrolment. */
    public SecondFactor.Enrolment enrol(User user, String type) {
        return factor(type).enrol(user.id(), "iam");
    }

    /** A new recovery code. */
    public static String recoveryCode() {
        return UUID.randomUUID().toString();
    }

    /**
     * Enrols an authenticator app, for a user who has to and has none.
     *
     * @throws ApiException when the passcode is wrong, or he need not any more
     */
    public void enrolApp(User user, String secret, String passcode, String recoveryCode) {
        if (!passwords.enrolmentDue(user)) {
            throw new ApiException(Message.SESSION_OUTDATED);
        }
        verify(user, APP, secret, passcode);
        enable(user, APP, secret, "", List.of(recoveryCode));
    }

    /** Enrols a factor that the user has shown to work. */
    void enable(User user, String type, String secret, String dest, List<String> recoveryCodes) {
        List<String> fields = new ArrayList<>(List.of("recoveryCodes", "preferredMfaType"));
        switch (type) {
            case "sms" -> {
                user.mfaPhoneEnabled = true;
                user.phone = dest.isEmpty() ? user.phone : dest;
                fields.addAll(List.of("mfaPhoneEnabled", "phone"));
            }
            case "email" -> {
                user.mfaEmailEnabled = true;
                user.email = dest.isEmpty() ? user.email : dest;
                fields.addAll(List.of("mfaEmailEnabled", "email"));
            }
            default -> {
                factor(type);
                user.totpSecret = secret;
                fields.add("totpSecret");
            }
        }
        List<String> all = new ArrayList<>(user.recoveryCodes == null ? List.of() : user.recoveryCodes);
        recoveryCodes.stream().filter(code -> !code.isBlank()).map(Digests::sha256Hex).forEach(all::add);
        user.recoveryCodes = all;
        user.preferredMfaType = user.preferredMfaType.isEmpty() ? type : user.preferredMfaType;
        store.update(USER, USER.keyOf(user), user, fields);
    }

    /** Switches all factors of a user off. */
    void disable(User user) {
        user.totpSecret = "";
        user.recoveryCodes = null;
        user.preferredMfaType = "";
        user.mfaEmailEnabled = false;
        user.mfaPhoneEnabled = false;
        store.update(USER, USER.keyOf(user), user, List.of("totpSecret", "recoveryCodes", "preferredMfaType", "mfaEmailEnabled", "mfaPhoneEnabled"));
    }

    /** Sets the factor that a sign-in asks for first. */
    void prefer(User user, String type) {
        if (UserView.secondFactors(user).stream().noneMatch(props -> props.enabled && props.mfaType.equals(type))) {
            throw new ApiException(Message.MFA_TYPE_INVALID);
        }
        user.preferredMfaType = type;
        store.update(USER, USER.keyOf(user), user, List.of("preferredMfaType"));
    }
}
