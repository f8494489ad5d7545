package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.account.UserView;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Questions about users beside the lists. */
@Component
final class UserQueries implements Operations {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final Pattern SORTER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final int MOST_ROWS = 1000;

    private final EntityStore store;
    private final Directory directory;
    private final UserView view;

    @Inject
    UserQueries(EntityStore store, Directory directory, UserView view) {
        this.store = store;
        this.directory = directory;
        this.view = view;
    }

    @Override
    public List<Operation> operations() {
        Target organization = Target.list(USER);
        return List.of(
                Operation.of("GET", "/api/get-sorted-users", "Lists the first users by a field, highest first").access(Access.ADMIN).target(organization)
                        .required("owner", "sorter", "limit").run(this::sorted),
                Operation.of("GET", "/api/get-user-count", "Counts the users of an organization").access(Access.ADMIN).target(organization).required("owner").query("isOnline")
                        .answers(Operation.Answer.DATA).run(this::count),
                Operation.of("GET", "/api/get-email-and-phone", "Says which e-mail address and phone number a code can be sent to").access(Access.ANYONE)
                        .form("organization", "username").run(this::emailAndPhone),
                Operation.of("POST", "/api/get-email-and-phone", "Says which e-mail address and phone number a code can be sent to").access(Access.ANYONE)
                        .form("organization", "username").run(this::emailAndPhone));
    }

    private Envelope sorted(Call call) {
        String sorter = call.request().query("sorter");
        boolean known = SORTER.matcher(sorter).matches() && USER.find(Columns.camelCase(sorter)).filter(EntityField::queryable).isPresent();
        if (!known) {
            throw new ApiException(Message.SORTER_INVALID, sorter);
        }
        int limit = Math.max(0, Math.min(call.request().number("limit", MOST_ROWS), MOST_ROWS));
        String owner = call.request().query("owner");
        Organization organization = directory.organization(owner).orElse(null);
        List<User> users = store.list(USER, Query.where(equal("owner", owner)).descending(Columns.camelCase(sorter)).window(0, limit));
        return Envelope.ok(users.stream().map(user -> view.listed(call.caller(), user, organization)).toList());
    }

    private Envelope count(Call call) {
        Query users = Query.where(equal("owner", call.request().query("owner")));
        String online = call.request().query("isOnline");
        return Envelope.ok(switch (online) {
            case "" -> store.count(USER, users);
            case "1", "true" -> store.count(USER, users.and(equal("isOnline", true)));
            case "0", "false" -> store.count(USER, users.and(equal("isOnline", false)));
            default -> throw new ApiException(Message.NUMBER_INVALID, online);
        });
    }

    private Envelope emailAndPhone(Call call) {
        String organization = call.request().formParameter("organization");
        String username = call.request().formParameter("username");
        User user = directory.userByLogin(organization, username).filter(found -> !found.isDeleted)
                .orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, organization + "/" + username));
        User answer = new User();
        answer.name = user.name;
        if (user.email.equalsIgnoreCase(username)) {
            answer.email = user.email;
            return Envelope.ok(answer, "email");
        } else if (user.phone.equals(username) || !user.name.equals(username)) {
            answer.phone = user.phone;
            return Envelope.ok(answer, "phone");
        }
        answer.countryCode = user.countryCode;
        answer.email = maskedEmail(user.email);
        answer.phone = user.phone.length() < 8 ? "" : user.phone.substring(0, 3) + "****" + user.phone.substring(user.phone.length() - 4);
        return Envelope.ok(answer, "username");
    }

    /** {@code admin@example.com} as {@code a***n@e*****e.com}: enough to recognise the own address by. */
    private static String maskedEmail(String email) {
        int at = email.indexOf('@');
        if (at < 0) {
            return "";
        }
        String[] labels = email.substring(at + 1).split("\\.");
        String last = labels[labels.length - 1];
        String domain = Arrays.stream(labels, 0, labels.length - 1).map(UserQueries::masked).collect(Collectors.joining("."));
        return masked(email.substring(0, at)) + "@" + (domain.isEmpty() ? "" : domain + ".") + last;
    }

    private static String masked(String text) {
        return text.length() < 2 ? "*" : text.charAt(0) + "*".repeat(Math.max(1, text.length() - 2)) + text.charAt(text.length() - 1);
    }
}
