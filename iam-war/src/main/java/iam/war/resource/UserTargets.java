package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.Phones;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Request;
import iam.war.operation.Subject;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the user that a request names in one of the several ways. */
@Component
final class UserTargets {
    private static final EntityType<User> USER = EntityType.of(User.class);

    private final Directory directory;

    @Inject
    UserTargets(Directory directory) {
        this.directory = directory;
    }

    /** The user to update, and his new content. */
    Subject updated(Call call) {
        Request request = call.request();
        String id = request.query("id");
        User sent = request.body().json(User.class);
        if (!id.isEmpty()) {
            String[] key = Ids.pair(id);
            call.about(directory.user(key[0], key[1]).orElse(null), sent);
            return new Subject(key[0], key[1]);
        }
        Optional<User> found = request.query("userId").isEmpty() ? self(call.caller()) : by(call, "id", request.query("userId"));
        call.about(found.orElse(null), sent);
        return found.map(UserTargets::subject).orElse(new Subject(request.query("owner"), ""));
    }

    private Optional<User> self(Caller caller) {
        if (!caller.user()) {
            throw new ApiException(Message.MISSING_PARAMETER);
        }
        return directory.user(caller.organization(), caller.name());
    }

    /** Without an owner one's own organization goes first: others may have somebody with the same address. */
    private Optional<User> by(Call call, String field, String value) {
        String owner = call.request().query("owner");
        return owner.isEmpty() ? directory.userBy(call.caller().organization(), field, value).or(() -> directory.first(USER, equal(field, value)))
                : directory.userBy(owner, field, value);
    }

    /** The user that a form names by owner and name. */
    Subject form(Call call) {
        String owner = call.request().formParameter("owner");
        String name = call.request().formParameter("name");
        call.about(directory.user(owner, name).orElse(null), null);
        return new Subject(owner, name);
    }

    /** The user to show, if the caller may see him: self, administrators, and everybody where profiles are public. Nobody when the request names nobody. */
    Optional<User> visible(Call call) {
        Request request = call.request();
        Optional<User> found = selected(call);
        String owner = found.map(user -> user.owner).orElseGet(() -> request.query("id").isEmpty() ? request.query("owner") : Ids.pair(request.query("id"))[0]);
        Caller caller = call.caller();
        boolean known = found.isPresent() && caller.is(owner, found.get().name) || caller.administers(owner);
        if (known || found.isPresent() && isPublic(owner)) {
            return found;
        }
        if (found.isEmpty() && caller.kind() != Caller.Kind.ANONYMOUS) {
            return found;
        }
        throw caller.kind() == Caller.Kind.ANONYMOUS ? new ApiException(Message.PLEASE_LOGIN_FIRST) : new ApiException(Message.UNAUTHORIZED_OPERATION);
    }

    private boolean isPublic(String organization) {
        return directory.organization(organization).map(found -> found.isProfilePublic).orElse(false);
    }

    private Optional<User> selected(Call call) {
        Request request = call.request();
        if (!request.query("email").isEmpty()) {
            return by(call, "email", request.query("email"));
        } else if (!request.query("phone").isEmpty()) {
            String phone = request.query("phone");
            return by(call, "phone", Phones.national(phone, "").orElse(phone));
        } else if (!request.query("userId").isEmpty()) {
            return by(call, "id", request.query("userId"));
        }
        if (request.query("id").isEmpty()) {
            return Optional.empty();
        }
        String[] key = Ids.pair(request.query("id"));
        return directory.user(key[0], key[1]);
    }

    private static Subject subject(User user) {
        return new Subject(user.owner, user.name);
    }
}
