package iam.war.signin;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Invitation;
import iam.api.entity.Organization;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.account.Invitations;
import iam.war.account.Users;
import iam.war.authn.SigninGate;
import iam.war.captcha.CaptchaGate;
import iam.war.data.Directory;
import iam.war.data.Lengths;
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
    private final EntityStore store;
    private final Directory directory;
    private final Users users;
    private final SignupRules rules;
    private final Invitations invitations;
    private final CaptchaGate captcha;
    private final SigninAnswer answers;

    @Inject
    Signup(EntityStore store, Directory directory, Users users, SignupRules rules, Invitations invitations, CaptchaGate captcha, SigninAnswer answers) {
        this.store = store;
        this.directory = directory;
        this.users = users;
        this.rules = rules;
        this.invitations = invitations;
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
        if (!organization.name.equals(application.organization) && !SigninGate.forAll(application)) {
            throw new ApiException(Message.UNAUTHORIZED_OPERATION);
        }
        captcha.pass(application, Optional.empty(), call.request().remoteAddress(), form.captcha());
        Optional<Invitation> invitation = rules.check(application, organization, form);
        User user = user(application, organization, form);
        user.createdIp = call.request().remoteAddress();
        invitation.ifPresent(found -> invited(user, found));
        Lengths.check(user);
        users.prepare(user);
        insert(user, invitation);
        boolean code = !call.request().query("clientId").isEmpty() && call.request().query("responseType").equals("code");
        form.type = code ? "code" : "login";
        return answers.answer(call, new Signin(form, application, user, Optional.empty()));
    }

    private static void invited(User user, Invitation invitation) {
        user.invitation = invitation.name;
        user.groups = invitation.signupGroup.isEmpty() ? user.groups : List.of(invitation.signupGroup);
    }

    private void insert(User user, Optional<Invitation> invitation) {
        if (invitation.isEmpty()) {
            users.insert(user);
            return;
        }
        store.inTransaction(() -> {
            invitations.use(invitation.get(), user.invitationCode);
            users.insert(user);
            return null;
        });
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
