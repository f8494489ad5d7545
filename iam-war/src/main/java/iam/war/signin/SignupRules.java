package iam.war.signin;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Invitation;
import iam.api.entity.Organization;
import iam.api.entity.SignupItem;
import iam.war.Component;
import iam.war.account.Invitations;
import iam.war.account.PasswordRules;
import iam.war.account.UserRules;
import iam.war.data.Directory;
import iam.war.data.Phones;
import iam.war.factor.VerificationCodes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Checks a sign-up by the visible items of the application, in the order of the contract (oauth.md section 1.5). */
@Component
final class SignupRules {
    private static final String UNVERIFIED = "No verification";

    private final Directory directory;
    private final VerificationCodes codes;
    private final Invitations invitations;

    @Inject
    SignupRules(Directory directory, VerificationCodes codes, Invitations invitations) {
        this.directory = directory;
        this.codes = codes;
        this.invitations = invitations;
    }

    /**
     * Checks what was sent, codes last; an account without a visible user name gets one.
     *
     * @return the invitation that the user comes with; empty for none
     * @throws ApiException that says what is wrong first
     */
    Optional<Invitation> check(Application application, Organization organization, LoginForm form) {
        if (item(application, "Username").isPresent()) {
            checkUsername(organization, form);
        } else if (form.username.isEmpty()) {
            form.username = organization.useEmailAsUsername && !form.email.isEmpty() ? form.email.toLowerCase(Locale.ROOT) : UUID.randomUUID().toString();
        }
        String email = form.email.toLowerCase(Locale.ROOT);
        require(directory.userBy(organization.name, "email", email).isEmpty(), Message.EMAIL_ALREADY_EXISTS);
        require(directory.userBy(organization.name, "phone", form.phone).isEmpty(), Message.PHONE_ALREADY_EXISTS);
        if (item(application, "Password").isPresent()) {
            PasswordRules.check(organization, form.password);
        }
        Optional<SignupItem> emailItem = item(application, "Email");
        Optional<SignupItem> phoneItem = item(application, "Phone");
        emailItem.ifPresent(item -> checkEmail(item, form));
        phoneItem.ifPresent(item -> checkPhone(item, form));
        item(application, "Display name").ifPresent(item -> checkDisplayName(item, form));
        checkPatterns(application, form);
        Optional<Invitation> invitation = invitation(application, form);
        if (!email.isEmpty() && emailItem.filter(SignupRules::verified).isPresent()) {
            codes.use(form.organization, email, form.emailCode);
        }
        if (!form.phone.isEmpty() && phoneItem.filter(SignupRules::verified).isPresent()) {
            codes.use(form.organization, Phones.e164(form.phone, form.countryCode), form.phoneCode);
        }
        return invitation;
    }

    private static boolean verified(SignupItem item) {
        return !item.rule.equals(UNVERIFIED);
    }

    private Optional<Invitation> invitation(Application application, LoginForm form) {
        if (form.invitationCode.isEmpty()) {
            require(item(application, "Invitation code").filter(item -> item.required).isEmpty(), Message.INVITATION_CODE_BLANK);
            return Optional.empty();
        }
        Invitation invitation = invitations.usable(application, form.organization, form.invitationCode);
        require(meant(application, "Username", invitation.username, form.username), Message.INVITATION_FOR_USERNAME);
        require(meant(application, "Email", invitation.email, form.email), Message.INVITATION_FOR_EMAIL);
        require(meant(application, "Phone", invitation.phone, form.phone), Message.INVITATION_FOR_PHONE);
        return Optional.of(invitation);
    }

    /** Whether an invitation is for whoever signs up. */
    private static boolean meant(Application application, String item, String invited, String given) {
        return invited.isEmpty() || item(application, item).isEmpty() || (item.equals("Email") ? invited.equalsIgnoreCase(given) : invited.equals(given));
    }

    /** An item that the page shows. */
    private static Optional<SignupItem> item(Application application, String name) {
        return (application.signupItems == null ? List.<SignupItem>of() : application.signupItems).stream().filter(item -> item.visible && item.name.equals(name)).findFirst();
    }

    private void checkUsername(Organization organization, LoginForm form) {
        String name = form.username;
        require(name.length() > 1, Message.USERNAME_TOO_SHORT);
        require(!Character.isDigit(name.charAt(0)), Message.USERNAME_STARTS_WITH_DIGIT);
        require(organization.useEmailAsUsername || !UserRules.email(name), Message.USERNAME_IS_EMAIL);
        require(name.chars().noneMatch(Character::isWhitespace), Message.USERNAME_HAS_SPACE);
        UserRules.checkName(organization, name);
        require(directory.user(organization.name, name).isEmpty(), Message.USERNAME_ALREADY_EXISTS);
    }

    private static void checkEmail(SignupItem item, LoginForm form) {
        if (form.email.isEmpty()) {
            require(!item.required, Message.EMAIL_EMPTY);
            return;
        }
        require(UserRules.email(form.email), Message.EMAIL_INVALID);
    }

    private static void checkPhone(SignupItem item, LoginForm form) {
        if (form.phone.isEmpty()) {
            require(!item.required, Message.PHONE_EMPTY);
            return;
        }
        require(Phones.national(form.phone, form.countryCode).isPresent(), Message.PHONE_INVALID);
    }

    private static void checkDisplayName(SignupItem item, LoginForm form) {
        if (item.rule.equals("First, last")) {
            require(!form.firstName.isBlank() || !item.required, Message.FIRST_NAME_BLANK);
            require(!form.lastName.isBlank() || !item.required, Message.LAST_NAME_BLANK);
        } else {
            require(!form.name.isBlank() || !item.required, Message.DISPLAY_NAME_BLANK);
        }
    }

    private static void checkPatterns(Application application, LoginForm form) {
        for (SignupItem item : application.signupItems == null ? List.<SignupItem>of() : application.signupItems) {
            String value = switch (item.name) {
                case "Username" -> form.username;
                case "Display name" -> form.name;
                case "Email" -> form.email;
                case "Phone" -> form.phone;
                case "Affiliation" -> form.affiliation;
                default -> "";
            };
            if (item.visible && !item.regex.isEmpty() && !value.isEmpty() && !matches(item.regex, value)) {
                throw new ApiException(Message.SIGNUP_ITEM_PATTERN, value, item.name);
            }
        }
    }

    private static boolean matches(String regex, String value) {
        try {
            return com.google.re2j.Pattern.compile(regex).matcher(value).find();
        } catch (com.google.re2j.PatternSyntaxException e) {
            return true;
        }
    }

    private static void require(boolean good, Message message) {
        if (!good) {
            throw new ApiException(message);
        }
    }
}
