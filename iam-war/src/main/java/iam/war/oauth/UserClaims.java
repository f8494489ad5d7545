package iam.war.oauth;

import iam.api.ApiException;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.JwtItem;
import iam.api.entity.ManagedAccount;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.data.Memberships;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a token says about its user, in the four formats (contract: oauth.md section 3). No format carries a secret of the user. */
@Component
final class UserClaims {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final List<String> FULL = List.of("owner", "name", "createdTime", "updatedTime", "deletedTime", "id", "type", "password", "passwordSalt", "passwordType",
            "displayName", "firstName", "lastName", "avatar", "avatarType", "permanentAvatar", "email", "emailVerified", "phone", "countryCode", "region", "location",
            "address", "affiliation", "title", "idCardType", "idCard", "homepage", "bio", "language", "gender", "birthday", "education", "score", "karma", "ranking",
            "isDefaultAvatar", "isOnline", "isAdmin", "isForbidden", "isDeleted", "signupApplication", "hash", "preHash", "registerType", "registerSource", "github",
            "google", "qq", "wechat", "facebook", "dingtalk", "weibo", "gitee", "linkedin", "wecom", "lark", "gitlab", "createdIp", "lastSigninTime", "lastSigninIp",
            "preferredMfaType", "recoveryCodes", "totpSecret", "mfaPhoneEnabled", "mfaEmailEnabled", "ldap", "properties", "roles", "permissions", "groups",
            "lastSigninWrongTime", "signinWrongTimes", "managedAccounts", "tag");
    private static final Set<String> BLANK = Set.of("password", "passwordSalt", "hash", "preHash", "totpSecret", "recoveryCodes", "accessToken", "originalToken",
            "originalRefreshToken", "accessSecret", "mfaAccounts", "faceIds", "webauthnCredentials");

    private final Memberships memberships;

    @Inject
    UserClaims(Memberships memberships) {
        this.memberships = memberships;
    }

    /** The claims of a token for the application itself. */
    void application(Map<String, Object> claims, Application application) {
        if (application.tokenFormat.isEmpty() || application.tokenFormat.equals("JWT")) {
            claims.put("owner", "admin");
            claims.put("name", application.name);
            claims.put("id", application.id());
            claims.put("type", "application");
        }
    }

    /** The claims of a token for a user. */
    void add(Map<String, Object> claims, Order order) {
        switch (order.application.tokenFormat) {
            case "", "JWT" -> full(claims, order);
            case "JWT-Empty" -> empty(claims, order);
            case "JWT-Standard" -> StandardClaims.add(claims, order);
            case "JWT-Custom" -> custom(claims, order);
            default -> throw new ApiException(Message.TOKEN_FORMAT_UNKNOWN, order.application.tokenFormat);
        }
    }

    private void full(Map<String, Object> claims, Order order) {
        User user = order.user;
        memberships.fill(user);
        for (String name : FULL) {
            claims.put(name.equals("emailVerified") ? "email_verified" : name, safe(user, USER.field(name)));
        }
        List.of("address", "groups").forEach(name -> claims.putIfAbsent(name, List.of()));
        claims.putIfAbsent("properties", Map.of());
        addSignin(claims, order);
    }

    /** The value of a field without anything secret in it. */
    private static Object safe(User user, EntityField field) {
        if (field.secret() || BLANK.contains(field.name())) {
            return field.zero();
        }
        return switch (field.name()) {
            case "managedAccounts" -> user.managedAccounts == null ? null : user.managedAccounts.stream().map(UserClaims::withoutPassword).toList();
            case "properties" -> user.properties == null ? null : withoutTokens(user.properties);
            default -> field.get(user);
        };
    }

    private static Map<String, String> withoutPassword(ManagedAccount account) {
        Map<String, String> copy = new LinkedHashMap<>();
        copy.put("application", account.application);
        copy.put("username", account.username);
        copy.put("password", "");
        copy.put("signinUrl", account.signinUrl);
        return copy;
    }

    private static Map<String, String> withoutTokens(Map<String, String> properties) {
        Map<String, String> copy = new LinkedHashMap<>(properties);
        copy.keySet().removeIf(UserClaims::holdsToken);
        return copy;
    }

    private static boolean holdsToken(String property) {
        return property.startsWith("oauth_") && (property.endsWith("ccessToken") || property.endsWith("efreshToken"));
    }

    private static void addSignin(Map<String, Object> claims, Order order) {
        if (!order.signinMethod.isEmpty()) {
            claims.put("signinMethod", order.signinMethod);
        }
        if (!order.provider.isEmpty()) {
            claims.put("provider", order.provider);
        }
    }

    private static void empty(Map<String, Object> claims, Order order) {
        User user = order.user;
        for (String name : List.of("owner", "name", "id", "displayName", "avatar", "email", "phone")) {
            claims.put(name, USER.field(name).get(user));
        }
        if (user.emailVerified) {
            claims.put("email_verified", true);
        }
        addSignin(claims, order);
    }

    private void custom(Map<String, Object> claims, Order order) {
        memberships.fill(order.user);
        for (String field : order.application.tokenFields == null ? List.<String>of() : order.application.tokenFields) {
            customField(claims, order, field);
        }
        for (JwtItem item : order.application.tokenAttributes == null ? List.<JwtItem>of() : order.application.tokenAttributes) {
            Object value = item.category.equals("Existing Field") ? existing(order.user, item.value) : replaced(order.user, item);
            if (value != null) {
                claims.put(item.name, value);
            }
        }
    }

    private static void customField(Map<String, Object> claims, Order order, String field) {
        User user = order.user;
        switch (field) {
            case "permissionNames" -> claims.put(field, user.permissions.stream().map(permission -> permission.name).toList());
            case "signinMethod" -> claims.put(field, order.signinMethod);
            case "provider" -> claims.put(field, order.provider);
            default -> {
                String name = field.startsWith("Properties.") ? field.substring(11) : lowerFirst(field);
                Object value = field.startsWith("Properties.") ? property(user, name) : known(user, name);
                if (value != null) {
                    claims.put(name, value);
                }
            }
        }
    }

    private static Object known(User user, String name) {
        return USER.find(name).filter(field -> field.wire() && !field.secret() && !BLANK.contains(name)).map(field -> safe(user, field)).orElse(null);
    }

    private static Object property(User user, String name) {
        return user.properties == null || holdsToken(name) ? null : user.properties.get(name);
    }

    private static Object existing(User user, String field) {
        return switch (field) {
            case "Roles" -> user.roles.stream().map(role -> role.name).toList();
            case "Permissions" -> user.permissions.stream().map(permission -> permission.name).toList();
            default -> field.startsWith("Properties.") ? property(user, field.substring(11)) : known(user, lowerFirst(field));
        };
    }

    /** A text with placeholders for the user; a list placeholder gives one value an entry. */
    private static Object replaced(User user, JwtItem item) {
        List<String> values = List.of(item.value);
        values = expand(values, "$user.roles", user.roles.stream().map(role -> role.name).toList());
        values = expand(values, "$user.permissions", user.permissions.stream().map(permission -> permission.name).toList());
        values = expand(values, "$user.groups", user.groups == null ? List.of() : user.groups);
        for (String name : List.of("owner", "name", "email", "id", "phone")) {
            values = expand(values, "$user." + name, List.of(USER.field(name).text(user)));
        }
        if (values.isEmpty()) {
            return null;
        }
        return item.type.equals("String") ? values.get(0) : values;
    }

    private static List<String> expand(List<String> values, String placeholder, List<String> replacements) {
        List<String> expanded = new ArrayList<>();
        for (String value : values) {
            if (value.contains(placeholder)) {
                replacements.forEach(replacement -> expanded.add(value.replace(placeholder, replacement)));
            } else {
                expanded.add(value);
            }
        }
        return expanded;
    }

    private static String lowerFirst(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
