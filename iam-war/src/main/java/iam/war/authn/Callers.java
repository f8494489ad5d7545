package iam.war.authn;

import iam.api.entity.Application;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.data.Directory;

/** Makes callers out of stored rows: the one place that says who has which authority. */
public final class Callers {
    private static final String SELF_REGISTERED = "dcr";

    private Callers() {
    }

    /** A user, with the token or session he presented. */
    public static Caller user(User user, String tokenId, String sessionId) {
        return new Caller(Caller.Kind.USER, user.owner, user.name, user.isAdmin, user.owner.equals(Directory.BUILT_IN), tokenId, sessionId);
    }

    /** An application: the administrator of its organization, unless it registered itself. */
    public static Caller application(Application application, String tokenId) {
        if (application.tags != null && application.tags.contains(SELF_REGISTERED)) {
            return new Caller(Caller.Kind.DYNAMIC_CLIENT, application.organization, application.name, false, false, tokenId, "");
        }
        boolean global = application.organization.equals(Directory.BUILT_IN);
        return new Caller(Caller.Kind.APPLICATION, application.organization, application.name, true, global, tokenId, "");
    }

    /** The administrator of an organization, who is no user. */
    static Caller organization(String organization, String key) {
        return new Caller(Caller.Kind.ORGANIZATION, organization, key, true, organization.equals(Directory.BUILT_IN), "", "");
    }

    /** Whether a password alone does not sign the user in. */
    public static boolean hasSecondFactor(User user) {
        return user.mfaPhoneEnabled || user.mfaEmailEnabled || !user.totpSecret.isEmpty();
    }

    /** A key for the metrics. */
    static Caller monitor(String organization, String key) {
        return new Caller(Caller.Kind.MONITOR, organization, key, false, false, "", "");
    }

    /** Whether a user may be anybody at all. */
    public static boolean active(User user) {
        return !user.isForbidden && !user.isDeleted;
    }
}
