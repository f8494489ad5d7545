package iam.war.account;

import iam.api.ApiException;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.FieldKind;
import iam.api.Mask;
import iam.api.Message;
import iam.api.entity.AccountItem;
import iam.api.entity.ManagedAccount;
import iam.api.entity.MfaAccount;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.api.json.EntityWriter;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.authn.Passwords;
import iam.war.data.Defaults;
import iam.war.data.Directory;
import iam.war.data.Times;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which fields an update of a user writes: who may change what, by the account items of his organization (contract: entities.md section 8). */
@Component
public final class UserUpdate {
    private static final EntityType<User> USER = EntityType.of(User.class);
    /** Changed by operations of their own. */
    private static final Set<String> PROTECTED = Set.of("password", "passwordSalt", "passwordType", "totpSecret", "recoveryCodes", "updatedTime");
    private static final Set<String> ADMINISTRATORS_ONLY = Set.of("name", "id", "email", "phone", "type", "balance", "balanceCredit", "balanceCurrency", "uidNumber", "isAdmin",
            "isForbidden", "isDeleted");

    /** What a user sets himself where no account item says otherwise (contract: README.md, the manual). */
    private static final Set<String> OWN = Set.of("accessKey", "accessSecret");

    private final Directory directory;
    private final Passwords passwords;
    private final UserRules rules;

    @Inject
    UserUpdate(Directory directory, Passwords passwords, UserRules rules) {
        this.directory = directory;
        this.passwords = passwords;
        this.rules = rules;
    }

    /**
     * Merges what was sent into the stored user, and checks the result.
     *
     * @param caller who changes him
     * @param stored the user as he is
     * @param sent the new values; afterwards the user as he will be
     * @param kept fields that the request does not write
     * @return the fields to write
     * @throws ApiException when a change is refused
     */
    public List<String> merge(Caller caller, User stored, User sent, Set<String> kept) {
        Organization organization = directory.organization(stored.owner).orElseThrow(() -> new ApiException(Message.ORGANIZATION_UNKNOWN, stored.owner));
        boolean administrator = caller.administers(stored.owner);
        String password = kept.contains("password") ? "" : sent.password;
        restoreMasks(stored, sent);
        List<String> written = new ArrayList<>();
        for (EntityField field : USER.stored()) {
            boolean change = field.wire() && !kept.contains(field.name()) && !PROTECTED.contains(field.name()) && !same(field, stored, sent);
            if (change && may(organization, caller, administrator, field, stored, sent)) {
                written.add(field.name());
            } else {
                field.set(sent, field.get(stored));
            }
        }
        check(organization, stored, sent, written);
        if (administrator && !password.isEmpty() && !password.equals(Mask.TEXT)) {
            setPassword(organization, sent, password, written);
        }
        sent.updatedTime = Times.now();
        written.add("updatedTime");
        return written;
    }

    private void setPassword(Organization organization, User user, String password, List<String> written) {
        passwords.set(organization, user, password);
        user.lastChangePasswordTime = Times.now();
        written.addAll(List.of("password", "passwordSalt", "passwordType", "lastChangePasswordTime"));
    }

    private boolean may(Organization organization, Caller caller, boolean administrator, EntityField field, User stored, User sent) {
        Optional<AccountItem> item = AccountItems.of(organization, field.name());
        if (item.isEmpty()) {
            return administrator || OWN.contains(field.name()) && caller.is(stored.owner, stored.name);
        }
        if (!AccountItems.visible(item.get(), caller.is(stored.owner, stored.name), administrator)) {
            return false;
        }
        checkRule(item.get(), administrator);
        checkPattern(item.get(), field.text(sent));
        return administrator || !ADMINISTRATORS_ONLY.contains(field.name());
    }

    private static void checkRule(AccountItem item, boolean administrator) {
        switch (item.modifyRule) {
            case "Self" -> { }
            case "Admin" -> {
                if (!administrator) {
                    throw new ApiException(Message.ACCOUNT_ITEM_ADMIN_ONLY, item.name);
                }
            }
            case "Immutable" -> throw new ApiException(Message.ACCOUNT_ITEM_IMMUTABLE, item.name);
            default -> throw new ApiException(Message.ACCOUNT_ITEM_RULE_UNKNOWN, item.modifyRule);
        }
    }

    private static void checkPattern(AccountItem item, String value) {
        if (item.regex.isEmpty()) {
            return;
        }
        try {
            if (!com.google.re2j.Pattern.compile(item.regex).matcher(value).find()) {
                throw new ApiException(Message.ACCOUNT_ITEM_PATTERN, value, item.name);
            }
        } catch (com.google.re2j.PatternSyntaxException e) {
            throw new ApiException(Message.VALUE_INVALID, "regex");
        }
    }

    private void check(Organization organization, User stored, User sent, List<String> written) {
        rules.check(organization, sent, stored);
        if (sent.mfaEmailEnabled && sent.email.isEmpty() && written.contains("mfaEmailEnabled")) {
            throw new ApiException(Message.MFA_EMAIL_EMPTY);
        }
        if (sent.mfaPhoneEnabled && sent.phone.isEmpty() && written.contains("mfaPhoneEnabled")) {
            throw new ApiException(Message.MFA_PHONE_EMPTY);
        }
    }

    private static void restoreMasks(User stored, User sent) {
        for (EntityField field : USER.secrets()) {
            if (Mask.TEXT.equals(field.get(sent))) {
                field.set(sent, field.get(stored));
            }
        }
        for (ManagedAccount account : Defaults.present(sent.managedAccounts)) {
            Defaults.present(stored.managedAccounts).stream().filter(known -> account.password.equals(Mask.TEXT) && known.application.equals(account.application)
                    && known.username.equals(account.username)).findFirst().ifPresent(known -> account.password = known.password);
        }
        for (MfaAccount account : Defaults.present(sent.mfaAccounts)) {
            Defaults.present(stored.mfaAccounts).stream().filter(known -> account.secretKey.equals(Mask.TEXT) && known.accountName.equals(account.accountName)
                    && known.issuer.equals(account.issuer)).findFirst().ifPresent(known -> account.secretKey = known.secretKey);
        }
        if (stored.properties != null && sent.properties != null) {
            sent.properties.replaceAll((key, value) -> value.equals(Mask.TEXT) ? stored.properties.getOrDefault(key, value) : value);
        }
    }

    /** Whether a field has the same value in both; an empty list is as good as none, since answers don't tell them apart everywhere. */
    private static boolean same(EntityField field, User one, User other) {
        if (field.kind().compareTo(FieldKind.LIST) < 0) {
            return field.get(one).equals(field.get(other));
        }
        return field.empty(one) && field.empty(other) || text(field.get(one)).equals(text(field.get(other)));
    }

    private static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonProvider.provider().createGenerator(text)) {
            generator.writeStartArray();
            EntityWriter.stored(generator, value);
            generator.writeEnd();
        }
        return text.toString();
    }
}
