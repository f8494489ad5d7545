package iam.war.signin;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.account.Users;
import iam.war.captcha.CaptchaGate;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** POST /api/signup: a new user makes himself an account where the application allows it, and is signed in (contract: oauth.md section 1.5). */
@Component
final class Signup implements Operations {
    private final Directory directory;
    private final Users users;
    private final SignupRules rules;
    private final CaptchaGate captcha;
    private final SigninAnswer answers;

    @Inject
    Signup(Directory directory, Users users, SignupRules rules, CaptchaGate captcha, SigninAnswer answers) {
        this.directory = directory;
        this.users = users;
        this.rules = rules;
        this.captcha = captcha;
        this.answers = answers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("POST", "/api/signup", "Makes an account").access(Access.ANYONE)
                .takes(LoginForm.class).query("clientId", "responseType", "redirectUri", "scope", "state", "nonce", "code_challenge", "code_challenge_method").run(this::signup));
    }

    private Envelope signup(Call call) {
        LoginForm form = call.request().body().json(LoginForm.class);
        Application application = directory.application(form.application).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, form.application));
        if (!application.enableSignUp) {
            throw new ApiException(Message.SIGNUP_DISABLED);
        }
        Organization organization = directory.organization(form.organization).orElseThrow(() -> new ApiException(Message.ORGANIZATION_UNKNOWN, form.organization));
        if (!organization.name.equals(application.organization) && !application.isShared && application.orgChoiceMode.isEmpty()) {
            throw new ApiException(Message.UNAUTHORIZED_OPERATION);
        }
        captcha.pass(application, Optional.empty(), call.request().remoteAddress(), form.captcha());
        rules.check(application, organization, form);
        User user = user(application, organization, form);
        user.createdIp = call.request().remoteAddress();
        users.prepare(user);
        users.insert(user);
        boolean code = !call.request().query("clientId").isEmpty() && call.request().query("responseType").equals("code");
        form.type = code ? "code" : "login";
        return answers.answer(call, new Signin(form, application, user, Optional.empty()));
    }

    private static User user(Application application, Organization organization, LoginForm form) {
        User user = new User();
        user.owner = organization.name;
        user.name = form.username;
        user.displayName = form.name.isEmpty() ? (form.firstName + " " + form.lastName).trim() : form.name;
        user.firstName = form.firstName;
        user.lastName = form.lastName;
        user.password = form.password;
        user.email = form.email.toLowerCase(Locale.ROOT);
        user.phone = form.phone;
        user.countryCode = form.countryCode;
        user.gender = form.gender;
        user.bio = form.bio;
        user.education = form.education;
        user.affiliation = form.affiliation;
        user.idCard = form.idCard;
        user.region = form.region;
        user.invitationCode = form.invitationCode;
        user.type = "normal-user";
        user.tag = application.defaultTag;
        user.score = organization.initScore;
        user.groups = application.defaultGroup.isEmpty() ? null : List.of(application.defaultGroup);
        user.signupApplication = application.name;
        user.registerType = "Application Signup";
        user.registerSource = organization.name + "/" + application.name;
        return user;
    }
}
