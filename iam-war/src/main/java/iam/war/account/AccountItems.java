package iam.war.account;

import iam.api.EntityType;
import iam.api.entity.AccountItem;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.war.data.Defaults;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fields of a user an item of the account page stands for, and what its rules say (contract: entities.md section 8). */
final class AccountItems {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            item("Organization", "owner"), item("ID", "id"), item("Name", "name"), item("Display name", "displayName"), item("First name", "firstName"), item("Last name", "lastName"),
            item("Avatar", "avatar"), item("User type", "type"), item("Password", "password"), item("Email", "email"), item("Phone", "phone"), item("Country code", "countryCode"),
            item("Country/Region", "region"), item("Location", "location"), item("Address", "address"), item("Addresses", "addresses"), item("Affiliation", "affiliation"),
            item("Title", "title"), item("ID card type", "idCardType"), item("ID card", "idCard"), item("Real name", "realName"), item("ID verification", "isVerified"),
            item("Homepage", "homepage"), item("Bio", "bio"), item("Tag", "tag"), item("Language", "language"), item("Gender", "gender"), item("Birthday", "birthday"),
            item("Education", "education"), item("Balance", "balance"), item("Balance credit", "balanceCredit"), item("Balance currency", "balanceCurrency"), item("Cart", "cart"),
            item("UID number", "uidNumber"), item("Score", "score"), item("Karma", "karma"), item("Ranking", "ranking"), item("Signup application", "signupApplication"),
            item("Register type", "registerType"), item("Register source", "registerSource"), item("Roles", "roles"), item("Permissions", "permissions"), item("Groups", "groups"),
            item("Consents", "applicationScopes"), item("Properties", "properties"), item("Is online", "isOnline"), item("Is admin", "isAdmin"), item("Is forbidden", "isForbidden"),
            item("Is deleted", "isDeleted"), item("MFA items", "mfaItems"), item("WebAuthn credentials", "webauthnCredentials"),
            item("Last change password time", "lastChangePasswordTime"), item("Managed accounts", "managedAccounts"), item("Face ID", "faceIds"), item("MFA accounts", "mfaAccounts"),
            item("Need update password", "needUpdatePassword"), item("IP whitelist", "ipWhitelist"), item("Access key", "accessKey", "accessSecret"),
            item("Multi-factor authentication", "preferredMfaType", "mfaPhoneEnabled", "mfaEmailEnabled", "mfaRadiusEnabled", "mfaRadiusUsername", "mfaRadiusProvider", "mfaPushEnabled",
                    "mfaPushReceiver", "mfaPushProvider", "multiFactorAuths"),
            Map.entry("3rd-party logins", USER.fields().stream().filter(field -> field.packed()).map(Object::toString).toList()));
    private static final Map<String, String> ITEM_OF = FIELDS.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(field -> Map.entry(field, entry.getKey()))).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private AccountItems() {
    }

    private static Map.Entry<String, List<String>> item(String name, String... fields) {
        return Map.entry(name, List.of(fields));
    }

    /** The item of an organization that stands for a field, if there is one. */
    static Optional<AccountItem> of(Organization organization, String field) {
        String name = ITEM_OF.getOrDefault(field, "");
        return items(organization).filter(item -> item.name.equals(name)).findFirst();
    }

    /** The fields that a viewer does not see. */
    static Set<String> hidden(Organization organization, boolean self, boolean administrator) {
        Set<String> hidden = new HashSet<>();
        items(organization).filter(item -> !visible(item, self, administrator)).forEach(item -> hidden.addAll(FIELDS.getOrDefault(item.name, List.of())));
        return hidden;
    }

    /** Whether a viewer sees the field of an item. */
    static boolean visible(AccountItem item, boolean self, boolean administrator) {
        return switch (item.viewRule) {
            case "Admin" -> administrator;
            case "Self" -> administrator || self;
            default -> true;
        };
    }

    private static Stream<AccountItem> items(Organization organization) {
        return Defaults.present(organization.accountItems).stream();
    }
}
