package iam.war.page;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.PasswordCheck;
import iam.war.authn.SigninGate;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.operation.Call;
import iam.war.signin.SessionOpener;
import jakarta.inject.Inject;
import java.util.Map;

/** Signs a user in with what he typed on the page. */
@Component
final class PageSignin {
    private final Directory directory;
    private final PasswordCheck passwords;
    private final SigninGate gate;
    private final SessionOpener opener;

    @Inject
    PageSignin(Directory directory, PasswordCheck passwords, SigninGate gate, SessionOpener opener) {
        this.directory = directory;
        this.passwords = passwords;
        this.gate = gate;
        this.opener = opener;
    }

    /**
     * Signs in.
     *
     * @throws ApiException that says why not
     */
    BrowserSession signIn(Call call, Application application) {
        String username = call.request().formParameter("username");
        User user = directory.userByLogin(application.organization, username).filter(found -> !found.isDeleted)
                .orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, username));
        if (user.isForbidden) {
            throw new ApiException(Message.USER_FORBIDDEN);
        }
        passwords.check(user, call.request().formParameter("password"));
        if (user.needUpdatePassword) {
            throw new ApiException(Message.PASSWORD_CHANGE_REQUIRED);
        }
        gate.check(user, application, call.request().remoteAddress());
        return opener.open(call, application, user, false, Map.of());
    }

    /** Whether a user who is signed in already may use an application. */
    void check(Call call, User user, Application application) {
        gate.check(user, application, call.request().remoteAddress());
    }
}
