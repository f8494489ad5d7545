package iam.war.account;

import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Mask;
import iam.api.Revealed;
import iam.api.entity.MfaProps;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Masks;
import iam.war.data.Memberships;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What callers see of a user: masks, rules of the account items, roles, permissions and second factors (contract: entities.md section 8). */
@Component
public final class UserView {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final Pattern THIRD_PARTY_TOKEN = Pattern.compile("oauth_.*_(accessToken|refreshToken)");

    private final Directory directory;
    private final Memberships memberships;

    @Inject
    UserView(Directory directory, Memberships memberships) {
        this.directory = directory;
        this.memberships = memberships;
    }

    /** One user, with roles, permissions and second factors. */
    public Object one(Caller caller, User user) {
        User copy = USER.copy(user);
        memberships.fill(copy);
        copy.groups = Defaults.present(user.groups);
        copy.multiFactorAuths = secondFactors(user);
        boolean self = caller.is(user.owner, user.name);
        boolean administrator = caller.administers(user.owner);
        Set<String> shown = new HashSet<>();
        if (self) {
            // The passwords that the user keeps here are his own to read; his sign-in password is not.
            shown.addAll(Set.of("password", "secretKey"));
            copy.password = Masks.masked(user.password);
        }
        if (self || administrator) {
            shown.addAll(Set.of("accessToken", "originalToken", "originalRefreshToken"));
        } else {
            copy.properties = withoutTokens(user.properties);
        }
        directory.organization(user.owner).ifPresent(organization -> hide(copy, organization, self, administrator));
        return new Revealed(copy, shown);
    }

    /** A user in a list, for somebody who administers the organization or is none of its users. */
    public Object listed(Caller caller, User user, Organization organization) {
        User copy = USER.copy(user);
        copy.properties = withoutTokens(user.properties);
        if (organization != null) {
            hide(copy, organization, caller.is(user.owner, user.name), caller.administers(user.owner));
        }
        return copy;
    }

    private static void hide(User copy, Organization organization, boolean self, boolean administrator) {
        for (String name : AccountItems.hidden(organization, self, administrator)) {
            EntityField field = USER.field(name);
            field.set(copy, field.zero());
        }
    }

    private static Map<String, String> withoutTokens(Map<String, String> properties) {
        if (properties == null || properties.keySet().stream().noneMatch(key -> THIRD_PARTY_TOKEN.matcher(key).matches())) {
            return properties;
        }
        Map<String, String> masked = new TreeMap<>(properties);
        masked.replaceAll((key, value) -> THIRD_PARTY_TOKEN.matcher(key).matches() && !value.isEmpty() ? Mask.TEXT : value);
        return masked;
    }

    /** The second factors a user may have, enabled or not; their secrets are left out. */
    public static List<MfaProps> secondFactors(User user) {
        return List.of(factor(user, "sms", user.mfaPhoneEnabled), factor(user, "email", user.mfaEmailEnabled), factor(user, "app", !user.totpSecret.isEmpty()),
                factor(user, "radius", user.mfaRadiusEnabled), factor(user, "push", user.mfaPushEnabled));
    }

    private static MfaProps factor(User user, String type, boolean enabled) {
        MfaProps props = new MfaProps();
        props.mfaType = type;
        props.enabled = enabled;
        props.isPreferred = enabled && user.preferredMfaType.equals(type);
        return props;
    }
}
