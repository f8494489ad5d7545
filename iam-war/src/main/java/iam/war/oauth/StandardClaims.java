package iam.war.oauth;

import iam.api.entity.User;
import iam.war.data.Phones;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claims of OpenID Connect Core section 5.1, for tokens of the format JWT-Standard and for userinfo. */
final class StandardClaims {
    private StandardClaims() {
    }

    static void add(Map<String, Object> claims, Order order) {
        User user = order.user;
        List<String> scopes = Scopes.split(order.scope);
        claims.put("owner", user.owner);
        claims.put("id", user.id);
        claims.put("preferred_username", user.name);
        claims.put("name", user.displayName);
        if (!user.avatar.isEmpty()) {
            claims.put("picture", user.avatar);
        }
        if (!user.email.isEmpty()) {
            claims.put("email", user.email);
        }
        if (user.emailVerified) {
            claims.put("email_verified", true);
        }
        claims.put("address", scopes.contains("address") ? address(user) : Map.of());
        if (scopes.contains("profile") && !user.gender.isEmpty()) {
            claims.put("gender", user.gender);
        }
        if (scopes.contains("phone") && !user.phone.isEmpty()) {
            claims.put("phone_number", Phones.e164(user.phone, user.countryCode));
            claims.put("phone_number_verified", true);
        }
    }

    /** The address claim (OpenID Connect Core section 5.1.1), members without a value left out. */
    static Map<String, Object> address(User user) {
        Map<String, Object> address = new LinkedHashMap<>();
        if (user.address != null && !user.address.isEmpty()) {
            address.put("street_address", String.join("\n", user.address) + "\n");
        }
        put(address, "locality", user.location);
        put(address, "region", user.region);
        put(address, "country", user.countryCode);
        return address;
    }

    private static void put(Map<String, Object> map, String name, String value) {
        if (!value.isEmpty()) {
            map.put(name, value);
        }
    }
}
