package iam.war.signin;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.SigninMethod;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.PasswordCheck;
import iam.war.captcha.CaptchaGate;
import iam.war.data.Directory;
import iam.war.data.Phones;
import iam.war.factor.VerificationCodes;
import iam.war.operation.Call;
import jakarta.inject.Inject;
import java.util.Optional;

/** The first step of a sign-in, by the API and by the page: name with password or code, captcha where one is asked for. */
@Component
public final class Credentials {
    private final Directory directory;
    private final PasswordCheck passwords;
    private final VerificationCodes codes;
    private final CaptchaGate captcha;
    private final OutsideUsers outside;

    @Inject
    Credentials(Directory directory, PasswordCheck passwords, VerificationCodes codes, CaptchaGate captcha, OutsideUsers outside) {
        this.directory = directory;
        this.passwords = passwords;
        this.codes = codes;
        this.captcha = captcha;
        this.outside = outside;
    }

    /**
     * Finds out who signs in.
     *
     * @param form what was sent; its method is filled in
     * @return the user, as he is stored now
     * @throws ApiException when the credentials are not good; the audit record then names organization, user and reason
     */
    public User check(Call call, Application application, LoginForm form) {
        String method = form.signinMethod.isEmpty() ? "Password" : form.signinMethod;
        checkMethod(application, form, method);
        String shown = form.organization + "/" + form.username;
        Optional<User> named = directory.userByLogin(form.organization, form.username).filter(found -> !found.isDeleted);
        boolean proven = captcha.pass(application, named, call.request().remoteAddress(), form.captcha());
        User user = named.or(() -> outside.add(application, form)).orElseThrow(() -> failed(call, form, Message.USER_UNKNOWN, shown));
        call.recordAs(Callers.user(user, "", ""));
        if (user.isForbidden) {
            throw failed(call, form, Message.USER_FORBIDDEN);
        }
        if (method.equals("LDAP") && user.ldap.isEmpty() && user.externalId.isEmpty()) {
            throw failed(call, form, Message.LDAP_USER_UNKNOWN, form.username);
        }
        try {
            checkSecret(user, form, proven);
        } catch (ApiException e) {
            throw failed(call, form, e.message(), e.arguments());
        }
        form.signinMethod = form.password.isEmpty() ? "Verification code" : method;
        return directory.user(user.owner, user.name).orElse(user);
    }

    /** The password, or the code that was sent to the address that the user signs in with. */
    private void checkSecret(User user, LoginForm form, boolean proven) {
        if (!form.password.isEmpty()) {
            passwords.check(user, form.password, proven);
        } else if (form.username.indexOf('@') >= 0) {
            codes.use(user.owner, user.email, form.code);
        } else {
            codes.use(user.owner, Phones.e164(user.phone, user.countryCode), form.code);
        }
    }

    private static void checkMethod(Application application, LoginForm form, String method) {
        boolean code = form.password.isEmpty();
        String wanted = code ? "Verification code" : method;
        if (application.signinMethods == null || application.signinMethods.stream().map((SigninMethod item) -> item.name).noneMatch(wanted::equals)) {
            throw new ApiException(code ? form.username.indexOf('@') >= 0 ? Message.LOGIN_EMAIL_DISABLED : Message.LOGIN_SMS_DISABLED
                    : method.equals("LDAP") ? Message.LOGIN_LDAP_DISABLED : Message.LOGIN_PASSWORD_DISABLED);
        }
    }

    private static ApiException failed(Call call, LoginForm form, Message message, Object... arguments) {
        if (call.recorded().kind() == Caller.Kind.ANONYMOUS) {
            call.recordAs(new Caller(Caller.Kind.USER, form.organization, form.username, false, false, "", ""));
        }
        call.detail(message.english().formatted(arguments));
        return new ApiException(message, arguments);
    }
}
