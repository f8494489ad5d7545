package iam.war.page;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.PasswordCheck;
import iam.war.authn.SigninGate;
import iam.war.captcha.CaptchaGate;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.factor.SecondFactors;
import iam.war.operation.Call;
import iam.war.operation.Request;
import iam.war.signin.SessionOpener;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Signs a user in with what he typed on the page. */
@Component
final class PageSignin {
    private final Directory directory;
    private final PasswordCheck passwords;
    private final SigninGate gate;
    private final SessionOpener opener;
    private final CaptchaGate captcha;
    private final SecondFactors factors;

    @Inject
    PageSignin(Directory directory, PasswordCheck passwords, SigninGate gate, SessionOpener opener, CaptchaGate captcha, SecondFactors factors) {
        this.directory = directory;
        this.passwords = passwords;
        this.gate = gate;
        this.opener = opener;
        this.captcha = captcha;
        this.factors = factors;
    }

    /**
     * Signs in.
     *
     * @throws ApiException that says why not
     */
    BrowserSession signIn(Call call, Application application) {
        Request request = call.request();
        String username = request.formParameter("username");
        Optional<User> named = named(call, application);
        CaptchaGate.Answer answer = new CaptchaGate.Answer(request.formParameter("captchaType"), request.formParameter("captchaId"), request.formParameter("captchaToken"));
        boolean proven = captcha.pass(application, named, request.remoteAddress(), answer);
        User user = named.orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, username));
        if (user.isForbidden) {
            throw new ApiException(Message.USER_FORBIDDEN);
        }
        passwords.checkAlone(user, request.formParameter("password"), proven);
        if (factors.demanded(user)) {
            throw new ApiException(Message.MFA_NOT_INITIATED);
        }
        gate.check(user, application, call.request().remoteAddress());
        return opener.open(call, application, user, false, Map.of());
    }

    private Optional<User> named(Call call, Application application) {
        return directory.userByLogin(application.organization, call.request().body().form().getOrDefault("username", "")).filter(found -> !found.isDeleted);
    }

    /** The captcha that the page has to show. */
    Optional<CaptchaGate.Shown> captcha(Call call, Application application) {
        return captcha.shown(application, named(call, application), call.request().remoteAddress());
    }

    /** Whether a user who is signed in already may use an application. */
    void check(Call call, User user, Application application) {
        gate.check(user, application, call.request().remoteAddress());
    }
}
